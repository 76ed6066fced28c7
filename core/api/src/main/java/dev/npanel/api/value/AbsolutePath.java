package dev.npanel.api.value;

import java.nio.file.Path;

/** A path from the root of the host's file system, in its normal form: no {@code .} or {@code ..}, no double slash. */
public record AbsolutePath(String text) implements TextValue, Comparable<AbsolutePath> {
    private static final int MAX_LENGTH = 4095;

    public AbsolutePath {
        Text.line(text, MAX_LENGTH);
        if (!text.startsWith("/") || !Path.of(text).normalize().toString().equals(text)) {
            throw Text.refuse("must be an absolute path in normal form");
        }
    }

    /** The path of {@code name}, one component, in this directory. */
    public AbsolutePath child(String name) {
        if (name.isEmpty() || name.indexOf('/') >= 0 || name.equals(".") || name.equals("..")) {
            throw Text.refuse("must be the name of a file");
        }
        return new AbsolutePath(text.equals("/") ? "/" + name : text + "/" + name);
    }

    /** Whether this path is {@code other} or lies below it. */
    public boolean isWithin(AbsolutePath other) {
        return text.equals(other.text) || text.startsWith(other.text.equals("/") ? "/" : other.text + "/");
    }

    /** For {@link java.nio.file.Files}. */
    public Path toPath() {
        return Path.of(text);
    }

    @Override
    public int compareTo(AbsolutePath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
