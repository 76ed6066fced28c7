package dev.npanel.itests.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Records added two in one request, so that a half-made change shows. Thread-safe. */
final class Pairs {
    private final Zone zone;
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    Pairs(Zone zone) {
        this.zone = zone;
    }

    /** The names that were answered with success. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    Answer add(String name) {
        tried.add(name);
        Answer answer = zone.change(List.of(Zone.adding(name, "A", "192.0.2.1"), Zone.adding(name, "TXT", "\"pair\"")));
        if (answer.status() == 200) {
            acknowledged.add(name);
        }
        return answer;
    }

    /** Every acknowledged pair is there; of the others there is all or nothing; nothing is there twice. */
    void assertNothingLostOrHalfMade() {
        List<String> served = zone.served();
        List<String> wrong = new ArrayList<>();
        for (String name : tried) {
            long address = count(served, name, "A");
            long text = count(served, name, "TXT");
            if (address > 1 || address != text || (acknowledged.contains(name) && address != 1)) {
                wrong.add(name + ": A " + address + ", TXT " + text
                        + (acknowledged.contains(name) ? ", acknowledged" : ""));
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Beyond that, nothing is there of what was refused. */
    void assertNothingRefusedIsThere() {
        List<String> served = zone.served();
        assertThat(tried)
                .filteredOn(name -> !acknowledged.contains(name) && count(served, name, "A") > 0)
                .isEmpty();
    }

    private long count(List<String> served, String name, String type) {
        return served.stream()
                .filter(line -> line.startsWith(name + "." + zone.domain()) && line.contains("\t" + type + "\t"))
                .count();
    }
}
