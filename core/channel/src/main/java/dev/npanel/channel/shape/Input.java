package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.Violation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** JSON that is being read: the parser, where in the body it is, and what has been refused so far. Of one thread. */
public final class Input {
    private static final int MAX_VIOLATIONS = 100;
    private static final int LONGEST_NAME = 64;

    private final JsonParser parser;
    private final boolean strict;
    private final StringBuilder path;
    private final List<Violation> violations;
    private int refusals;

    /** @param strict whether text with control characters other than tab and line ends is refused, whatever its type */
    public Input(JsonParser parser, boolean strict) {
        this(parser, strict, new StringBuilder());
    }

    private Input(JsonParser parser, boolean strict, StringBuilder path) {
        this.parser = parser;
        this.strict = strict;
        this.path = path;
        this.violations = new ArrayList<>(0);
    }

    /** An input at the same place of the body that reads from {@code copy}. */
    Input over(JsonParser copy) {
        return new Input(copy, strict, new StringBuilder(path));
    }

    /** Takes over what {@code copy} has refused. */
    void join(Input copy) {
        violations.addAll(copy.violations.subList(0, Math.min(copy.violations.size(), room())));
        refusals += copy.refusals;
    }

    JsonParser parser() {
        return parser;
    }

    boolean strict() {
        return strict;
    }

    /** Whether the current token is this one; when not, refuses the value and skips it. */
    boolean expect(JsonToken token, String rule) throws IOException {
        if (parser.currentToken() == token) {
            return true;
        }
        refuse(rule);
        parser.skipChildren();
        return false;
    }

    /** Goes down to a field; the answer is for {@link #leave}. */
    public int enter(String field) {
        int mark = path.length();
        if (mark > 0) {
            path.append('.');
        }
        path.append(isShowable(field) ? field : "?");
        return mark;
    }

    private static boolean isShowable(String field) {
        for (int i = 0; i < field.length(); i++) {
            char each = field.charAt(i);
            boolean letter = (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
            if (!letter && (each < '0' || each > '9') && each != '_' && each != '-') {
                return false;
            }
        }
        return !field.isEmpty() && field.length() <= LONGEST_NAME;
    }

    int enter(int index) {
        int mark = path.length();
        path.append('[').append(index).append(']');
        return mark;
    }

    /** Goes back up to where {@link #enter(String)} was called. */
    public void leave(int mark) {
        path.setLength(mark);
    }

    /** The value at the present place breaks a rule. */
    public void refuse(String rule) {
        add(new Violation("", rule));
    }

    /** The value at the present place was refused by its constructor. */
    void refuse(Problem problem) {
        if (problem.violations().isEmpty()) {
            refuse(problem.message());
        }
        problem.violations().forEach(this::add);
    }

    /** How many rules were broken until now. */
    public int refusals() {
        return refusals;
    }

    /** What has been refused. */
    public ProblemException problem() {
        return Problem.invalid(violations).asException();
    }

    private void add(Violation violation) {
        refusals++;
        if (room() > 0) {
            violations.add(path.isEmpty() ? violation : violation.within(path.toString()));
        }
    }

    private int room() {
        return MAX_VIOLATIONS - violations.size();
    }
}
