package dev.npanel.api.value;

/**
 * A value that is one piece of text to the outside: in JSON a string, in a URL a path segment. Implemented by records
 * with the single component {@code String text}, whose constructor brings the text to its one canonical form or throws an
 * {@code INVALID} {@link dev.npanel.api.problem.ProblemException} with an empty field. Immutable.
 */
public interface TextValue {
    /** The canonical form. */
    String text();
}
