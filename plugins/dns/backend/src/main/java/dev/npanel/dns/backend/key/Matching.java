package dev.npanel.dns.backend.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How wanted keys compare with those that are there. A key that is to be made is taken for made when there is one of its
 * role that nobody has named: a write that was cut off has left it.
 *
 * @param missing to be made
 * @param gone living keys that are wanted and no longer there
 * @param switchedOn with all the flags they have or should have
 * @param switchedOff with only the flags they should have
 * @param surplus to be destroyed, after it was switched off
 */
public record Matching(
        List<HeldKey> present,
        List<KeyState> missing,
        List<KeyState> gone,
        List<KeyState> switchedOn,
        List<KeyState> switchedOff,
        List<HeldKey> surplus) {

    /** Compares them. */
    public static Matching of(List<KeyState> wanted, List<HeldKey> present) {
        Matching matching = new Matching(
                present,
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(present));
        wanted.stream().filter(key -> !key.isNew()).forEach(matching::matchNamed);
        wanted.stream().filter(KeyState::isNew).forEach(matching::matchNew);
        matching.surplus.stream()
                .map(HeldKey::state)
                .filter(KeyState::isAlive)
                .forEach(key -> matching.switchedOff.add(key.with(false, false)));
        return matching;
    }

    private void matchNamed(KeyState wanted) {
        Optional<HeldKey> named = surplus.stream().filter(wanted::names).findAny();
        named.ifPresent(found -> match(wanted, found));
        if (named.isEmpty() && wanted.isAlive()) {
            gone.add(wanted);
        }
    }

    private void matchNew(KeyState wanted) {
        Optional<HeldKey> left = surplus.stream()
                .filter(key -> key.role() == wanted.role() && key.algorithm().equals(HeldKey.ALGORITHM))
                .findFirst();
        left.ifPresentOrElse(found -> match(wanted, found), () -> missing.add(wanted));
    }

    private void match(KeyState wanted, HeldKey found) {
        surplus.remove(found);
        KeyState target = found.state().with(wanted.active(), wanted.published());
        KeyState both = target.with(found.active() || wanted.active(), found.published() || wanted.published());
        if (!both.equals(found.state())) {
            switchedOn.add(both);
        }
        if (!target.equals(both)) {
            switchedOff.add(target);
        }
    }
}
