package dev.npanel.api.plugin;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plugin is called: the symbolic name of its bundle, {@code npanel.dns.powerdns}. Also the name of a file. */
public record PluginName(String text) implements TextValue, Comparable<PluginName> {
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int MAX_LENGTH = 100;
    /** The headers of a bundle that does something. */
    private static final Set<String> MARKS = Set.of("Service-Component", "Bundle-Activator", "NPanel-Actions");

    public PluginName {
        if (!isName(text)) {
            throw Text.refuse("must be the name of a plugin, such as npanel.dns.powerdns");
        }
    }

    /**
     * The name of the plugin that a bundle with these headers is. One that does nothing when it is started is none: it has packages
     * for others, or joins another one.
     */
    public static Optional<PluginName> of(Function<String, @Nullable String> header) {
        String symbolicName = header.apply("Bundle-SymbolicName");
        boolean active = MARKS.stream().anyMatch(mark -> header.apply(mark) != null);
        if (symbolicName == null || !active || header.apply("Fragment-Host") != null) {
            return Optional.empty();
        }
        String name = symbolicName.replaceFirst(";.*", "").strip();
        return isName(name) ? Optional.of(new PluginName(name)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches();
    }

    @Override
    public int compareTo(PluginName other) {
        return text.compareTo(other.text);
    }

    // Written out, as it is the first that a process compares: what the JVM makes up for a record takes a while.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PluginName name && text.equals(name.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
