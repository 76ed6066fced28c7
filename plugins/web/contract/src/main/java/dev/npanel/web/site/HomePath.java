package dev.npanel.web.site;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.util.List;
import java.util.regex.Pattern;

/** A path below an account's home directory, without {@code .} and {@code ..}: {@code domains/example.com/public_html}. */
public record HomePath(String text) implements TextValue {
    private static final int MAX_LENGTH = 255;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*(/[A-Za-z0-9_][A-Za-z0-9._-]*)*");

    public HomePath {
        if (text.length() > MAX_LENGTH || !SYNTAX.matcher(text).matches()) {
            throw Text.refuse(
                    "must be a path in the home directory, such as domains/example.com/public_html, of letters, digits,"
                            + " dots, dashes and underscores, whose parts do not begin with a dot or a dash");
        }
    }

    /** Its parts, from the home directory on. */
    public List<String> parts() {
        return List.of(text.split("/"));
    }

    /** The path in this home directory. */
    public AbsolutePath in(AbsolutePath home) {
        return new AbsolutePath(home + "/" + text);
    }

    @Override
    public String toString() {
        return text;
    }
}
