package dev.npanel.api.change;

import java.util.List;

/**
 * One step of a plan, for people.
 *
 * @param step what is done, such as {@code put-file}, {@code reload}, or an effect's name such as {@code dns.rrsets}
 * @param target to what: a path, a unit, a program with its arguments, or an effect's key
 * @param diff the difference it makes, as lines that begin with {@code +}, {@code -} or a space; empty when it has none
 */
public record StepPreview(String step, String target, List<String> diff) {
    public StepPreview {
        diff = List.copyOf(diff);
    }
}
