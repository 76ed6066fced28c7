package dev.npanel.channel.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A plugin that goes takes its classes along (hot redeploy), while mappers and the API's classes stay. */
class ReleaseTest {
    @Test
    void keepsNoClassOfAPluginThatHasGone() throws Exception {
        Json form = Json.wire();
        WeakReference<ClassLoader> gone = useAndDrop(form);
        await().untilAsserted(() -> {
            System.gc();
            assertThat(gone.get()).isNull();
        });
        assertThat(form.write(new Samples.Line("still there"))).isNotEmpty();
    }

    private static WeakReference<ClassLoader> useAndDrop(Json form) throws Exception {
        URL classes = Samples.class.getProtectionDomain().getCodeSource().getLocation();
        try (PluginLoader loader = new PluginLoader(classes)) {
            Class<?> zone = loader.loadClass(Samples.class.getName() + "$Zone");
            assertThat(zone).isNotEqualTo(Samples.Zone.class);
            byte[] json = "{\"name\":\"example.com\",\"records\":[{\"name\":\"a\",\"content\":\"b\",\"ttl\":1}]}"
                    .getBytes(StandardCharsets.UTF_8);
            Object read = form.read(json, zone);
            assertThat(form.write(read)).isEqualTo(json);
            return new WeakReference<>(loader);
        }
    }

    /** Has the samples a second time, as a plugin's bundle has classes of its own. */
    private static final class PluginLoader extends URLClassLoader {
        PluginLoader(URL classes) {
            super(new URL[] {classes}, ReleaseTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                if (loaded != null) {
                    return loaded;
                }
                return name.startsWith(Samples.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
            }
        }
    }
}
