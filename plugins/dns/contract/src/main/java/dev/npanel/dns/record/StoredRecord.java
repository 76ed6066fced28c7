package dev.npanel.dns.record;

/** A record that is in a zone; the fields as in {@link ResourceRecord}. */
public record StoredRecord(RecordId id, RecordName name, RecordType type, int ttl, String content) {}
