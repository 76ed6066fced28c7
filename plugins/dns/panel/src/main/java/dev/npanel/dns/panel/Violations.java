package dev.npanel.dns.panel;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.problem.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything that is wrong with one request, gathered so that its sender learns all of it at once. Not thread-safe. */
public final class Violations {
    private static final int MAX = 100;

    private final List<Violation> found = new ArrayList<>();

    /** The value, or nothing when it is refused, which is noted for this field. */
    public <T> Optional<T> check(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (ProblemException refused) {
            if (refused.problem().kind() != ProblemKind.INVALID) {
                throw refused;
            }
            refused.problem().violations().forEach(each -> found.add(field.isEmpty() ? each : each.within(field)));
            return Optional.empty();
        }
    }

    /** Notes that a field breaks a rule. */
    public void add(String field, String rule) {
        found.add(new Violation(field, rule));
    }

    /** The value of a check that found nothing wrong; throws all that was found otherwise. */
    public <T> T orThrow(Optional<T> value) {
        throwIfAny();
        return value.orElseThrow(() -> new IllegalStateException("a refused value has no violation"));
    }

    /** Throws when anything was found. */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw Problem.invalid(found.subList(0, Math.min(MAX, found.size()))).asException();
        }
    }
}
