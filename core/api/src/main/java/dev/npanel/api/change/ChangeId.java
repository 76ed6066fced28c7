package dev.npanel.api.change;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Pattern;

/** Names a change; ids sort by the time of the change. */
public record ChangeId(String text) implements TextValue, Comparable<ChangeId> {
    private static final Pattern SYNTAX = Pattern.compile("[0-9a-z]{10,40}");

    public ChangeId {
        if (!SYNTAX.matcher(text).matches()) {
            throw Text.refuse("must be the id of a change");
        }
    }

    @Override
    public int compareTo(ChangeId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
