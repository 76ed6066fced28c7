package dev.npanel.api.problem;

/**
 * One rule that a request breaks.
 *
 * @param field where, as a path from the body's root, such as {@code records[3].content}; empty for the whole body
 * @param rule what is allowed there, in words for the person who sent it; never echoes the refused value
 */
public record Violation(String field, String rule) {

    /** The same violation seen from an enclosing object, where this one's root is the field {@code parent}. */
    public Violation within(String parent) {
        if (field.isEmpty()) {
            return new Violation(parent, rule);
        }
        return new Violation(field.startsWith("[") ? parent + field : parent + "." + field, rule);
    }
}
