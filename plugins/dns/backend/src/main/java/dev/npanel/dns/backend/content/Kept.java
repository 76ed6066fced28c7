package dev.npanel.dns.backend.content;

import dev.npanel.dns.record.RecordSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records that an import leaves in their place keep their tags, and so their ids. */
final class Kept {
    private Kept() {}

    static RecordSet tags(RecordSet set, RecordSet old) {
        Map<String, String> tags =
                old.entries().stream().collect(Collectors.toMap(RecordSet.Entry::content, RecordSet.Entry::tag));
        Set<String> taken = new HashSet<>();
        set.entries().forEach(entry -> {
            if (tags.containsKey(entry.content())) {
                taken.add(tags.getOrDefault(entry.content(), ""));
            }
        });
        List<RecordSet.Entry> entries = set.entries().stream()
                .map(entry -> tags.containsKey(entry.content())
                        ? new RecordSet.Entry(entry.content(), tags.getOrDefault(entry.content(), ""))
                        : new RecordSet.Entry(entry.content(), free(entry.content(), taken)))
                .toList();
        return new RecordSet(set.name(), set.type(), set.ttl(), entries);
    }

    private static String free(String content, Set<String> taken) {
        return Stream.iterate(0, attempt -> attempt + 1)
                .map(attempt -> RecordSet.tagOf(content, attempt))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }
}
