package dev.npanel.dns.panel.masterfile;

import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Soa;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read from a zone file.
 *
 * @param soa its start of authority, or null when it has none
 * @param records the others, each once
 * @param refused what makes the file unfit to be taken
 * @param unsupported records of types that nPanel does not keep
 * @param notes what was taken, in another way than it was written
 */
public record ZoneFile(
        @Nullable Soa soa,
        List<ResourceRecord> records,
        List<Remark> refused,
        List<Remark> unsupported,
        List<Remark> notes) {
    public ZoneFile {
        records = List.copyOf(records);
        refused = List.copyOf(refused);
        unsupported = List.copyOf(unsupported);
        notes = List.copyOf(notes);
    }
}
