package dev.npanel.api.value;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;

/** What all text from outside has to keep: a bound on its length, and no character that an eye does not see. */
public final class Text {
    private Text() {}

    /** The text, when it has at least one and at most {@code max} characters and none of them is a control character. */
    public static String line(String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            throw refuse("must have 1 to " + max + " characters");
        }
        return visible(text);
    }

    /**
     * The text, when it has no control character (C0, DEL, C1), no line or paragraph separator, no invisible formatting
     * character (zero width, bidirectional override) and no lone surrogate.
     */
    public static String visible(String text) {
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> throw unseen();
                case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED -> throw unseen();
                default -> {
                    // can be seen
                }
            }
        });
        return text;
    }

    /** The refusal of a value, with the field still to be named by whoever knows it. */
    public static ProblemException refuse(String rule) {
        return Problem.invalid("", rule).asException();
    }

    private static ProblemException unseen() {
        return refuse("must not contain control or invisible characters");
    }
}
