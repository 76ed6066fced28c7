package dev.npanel.web.directory;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.regex.Pattern;

/** A user of a protected directory, who is none of the panel's and none of the host's (RFC 7617: no colon). */
public record DirectoryUser(String text) implements TextValue, Comparable<DirectoryUser> {
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    public DirectoryUser {
        if (!SYNTAX.matcher(text).matches()) {
            throw Text.refuse("must have 1 to 64 letters, digits and ._@- and begin with a letter or digit");
        }
    }

    @Override
    public int compareTo(DirectoryUser other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
