package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneContent;

/**
 * Writes zone files in the format of RFC 1035 section 5. Names and contents are canonical, so nothing in them can end a line or
 * begin a comment.
 */
public final class ZoneFileWriter {
    private ZoneFileWriter() {}

    /** The whole zone; {@link ZoneFileReader} reads the same from it. */
    public static String write(ZoneContent content) {
        DomainName zone = content.zone().zone();
        StringBuilder file = new StringBuilder();
        file.append("$ORIGIN ").append(zone).append(".\n");
        Soa soa = content.soa();
        file.append("$TTL ").append(soa.ttl()).append('\n');
        file.append("@\t")
                .append(soa.ttl())
                .append("\tIN\tSOA\t")
                .append(soa.content())
                .append('\n');
        for (StoredRecord record : content.records()) {
            file.append(owner(zone, record.name())).append('\t');
            file.append(record.ttl()).append("\tIN\t").append(record.type()).append('\t');
            file.append(record.content()).append('\n');
        }
        return file.toString();
    }

    private static String owner(DomainName zone, RecordName name) {
        return name.equals(RecordName.apex(zone))
                ? "@"
                : name.text().substring(0, name.text().length() - zone.text().length() - 1);
    }
}
