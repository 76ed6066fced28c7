package dev.npanel.dns.record;

/** One change to the records of a zone. */
public sealed interface RecordChange {
    /** A new record. */
    record Add(ResourceRecord record) implements RecordChange {}

    /** Another TTL and content for a record, which keeps its id. */
    record Update(RecordId id, int ttl, String content) implements RecordChange {
        public Update {
            ResourceRecord checked = new ResourceRecord(id.name(), id.type(), ttl, content);
            content = checked.content();
        }
    }

    /** The end of a record. */
    record Delete(RecordId id) implements RecordChange {}
}
