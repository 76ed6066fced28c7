package dev.npanel.dns.panel.template;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Pattern;

/** The name of a zone template. */
public record TemplateName(String text) implements TextValue {
    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public TemplateName {
        if (!SYNTAX.matcher(text).matches()) {
            throw Text.refuse("must have 1 to 32 characters of a-z, 0-9 and - and begin with a letter");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
