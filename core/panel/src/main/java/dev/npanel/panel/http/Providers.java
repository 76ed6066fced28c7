package dev.npanel.panel.http;

import java.util.function.Supplier;

/**
 * Jetty finds its ALPN support and its header encoders with service loaders, which see what the context class loader sees and
 * nothing of other bundles. Where it does so once, in a constructor or a static initialiser, lending it the right loader does
 * what SPI-Fly would do with six more bundles and woven classes.
 */
final class Providers {
    private Providers() {}

    /** Does the work with the class loader of {@code provider} as the context class loader. */
    static <T> T seenFrom(Class<?> provider, Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(provider.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
