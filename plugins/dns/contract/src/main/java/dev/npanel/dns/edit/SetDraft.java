package dev.npanel.dns.edit;

import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.StoredRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A record set that is being changed, one record at a time. */
final class SetDraft {
    private final RecordSet before;
    private final Map<String, String> contentByTag = new LinkedHashMap<>();
    private final Set<String> contents = new HashSet<>();
    private int ttl;

    SetDraft(RecordSet before) {
        this.before = before;
        this.ttl = before.ttl();
        before.entries().forEach(entry -> put(entry.tag(), entry.content()));
    }

    int ttl() {
        return ttl;
    }

    boolean has(String content) {
        return contents.contains(content);
    }

    Optional<String> content(String tag) {
        return Optional.ofNullable(contentByTag.get(tag));
    }

    StoredRecord add(String content, int newTtl) {
        String tag = RecordSet.freeTag(content, contentByTag.keySet());
        put(tag, content);
        ttl = newTtl;
        return stored(tag, content);
    }

    StoredRecord replace(String tag, String content, int newTtl) {
        remove(tag);
        put(tag, content);
        ttl = newTtl;
        return stored(tag, content);
    }

    StoredRecord remove(String tag) {
        String content = contentByTag.remove(tag);
        if (content == null) {
            throw new IllegalArgumentException("no record " + tag);
        }
        contents.remove(content);
        return stored(tag, content);
    }

    boolean isChanged() {
        RecordSet after = result();
        return !(after.isEmpty() && before.isEmpty()) && !after.equals(before);
    }

    RecordSet result() {
        return new RecordSet(
                before.name(),
                before.type(),
                ttl,
                contentByTag.entrySet().stream()
                        .map(entry -> new RecordSet.Entry(entry.getValue(), entry.getKey()))
                        .toList());
    }

    private void put(String tag, String content) {
        contentByTag.put(tag, content);
        contents.add(content);
    }

    private StoredRecord stored(String tag, String content) {
        return new StoredRecord(
                RecordId.of(before.name(), before.type(), tag), before.name(), before.type(), ttl, content);
    }
}
