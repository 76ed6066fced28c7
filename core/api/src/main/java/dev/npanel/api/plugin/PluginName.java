package dev.npanel.api.plugin;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a plugin is called: the symbolic name of its bundle, {@code npanel.dns.powerdns}. Also the name of a file. */
public record PluginName(String text) implements TextValue, Comparable<PluginName> {
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int MAX_LENGTH = 100;

    public PluginName {
        if (!isName(text)) {
            throw Text.refuse("must be the name of a plugin, such as npanel.dns.powerdns");
        }
    }

    /** The plugin's name, when this is one. */
    public static Optional<PluginName> of(@Nullable String text) {
        return text != null && isName(text) ? Optional.of(new PluginName(text)) : Optional.empty();
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_LENGTH && SYNTAX.matcher(text).matches();
    }

    @Override
    public int compareTo(PluginName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
