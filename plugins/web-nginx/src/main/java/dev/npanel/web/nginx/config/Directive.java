package dev.npanel.web.nginx.config;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directive of nginx, with its arguments as nginx understands them: without quotes and escapes.
 *
 * @param block what stands between its braces, or null when it ends with a semicolon
 */
public record Directive(
        String name, List<String> arguments, @Nullable List<Directive> block) {
    public Directive {
        arguments = List.copyOf(arguments);
        block = block == null ? null : List.copyOf(block);
    }

    /** One that ends with a semicolon. */
    public static Directive of(String name, String... arguments) {
        return new Directive(name, List.of(arguments), null);
    }

    /** The same with a block. */
    public Directive with(List<Directive> content) {
        return new Directive(name, arguments, content);
    }

    /** The same with a block. */
    public Directive with(Directive... content) {
        return with(List.of(content));
    }
}
