package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneRecords;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Reads zone files in the format of RFC 1035 section 5, with {@code $TTL} (RFC 2308) and a bounded {@code $GENERATE}, in the
 * dialect of BIND. Reads on behind what it refuses, and says all of it with line numbers. Not thread-safe: made, used and
 * dropped by {@link #read}.
 */
public final class ZoneFileReader {
    private static final int MAX_REMARKS = 1_000;
    /** As many characters of names and contents as a frame to the agent carries, with what JSON adds to each record. */
    private static final long MAX_SIZE = 7_500_000;

    private static final int OVERHEAD = 48;

    private final DomainName zone;
    private final RecordReader reader;
    private final TakenRecords taken;
    private final List<Remark> refused = new ArrayList<>();
    private final List<Remark> unsupported = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();
    private @Nullable Soa soa;
    private int count;
    private long size;

    private ZoneFileReader(DomainName zone, Name origin) {
        this.zone = zone;
        this.reader = new RecordReader(origin);
        this.taken = new TakenRecords(zone, notes);
    }

    /**
     * What the file says of the zone.
     *
     * @param whole whether the file is all of the zone, so that it has to have what every zone has
     */
    public static ZoneFile read(DomainName zone, String file, boolean whole) {
        ZoneFileReader reading = new ZoneFileReader(zone, origin(zone));
        EntryReader entries = new EntryReader(file);
        while (entries.hasNext() && reading.goesOn()) {
            reading.take(entries.next());
        }
        if (reading.refused.isEmpty()) {
            reading.refused.addAll(reading.taken.broken(whole));
        }
        return new ZoneFile(reading.soa, reading.taken.records(), reading.refused, reading.unsupported, reading.notes);
    }

    private boolean goesOn() {
        if (count > ZoneRecords.MAX_RECORDS) {
            refused.add(new Remark(0, "must have at most " + ZoneRecords.MAX_RECORDS + " records"));
            return false;
        } else if (size > MAX_SIZE) {
            refused.add(new Remark(0, "must have names and contents of at most " + MAX_SIZE + " characters together"));
            return false;
        }
        return refused.size() < MAX_REMARKS && unsupported.size() < MAX_REMARKS;
    }

    private void take(Entry entry) {
        if (entry.isBlank()) {
            return;
        } else if (!entry.refusal().isEmpty()) {
            refused.add(new Remark(entry.line(), entry.refusal()));
            return;
        }
        try {
            for (Record record : reader.read(entry)) {
                count++;
                take(entry.line(), record);
            }
        } catch (ProblemException wrong) {
            refuse(entry, wrong);
        } catch (IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException unreadable) {
            // the last three are how dnsjava speaks of some broken lines; its words would quote the file
            refused.add(new Remark(entry.line(), reason(entry)));
        }
    }

    private void take(int line, Record record) {
        Optional<RecordType> type = type(record);
        if (record.getDClass() != DClass.IN) {
            refused.add(new Remark(line, "must be of class IN"));
        } else if (type.isEmpty()) {
            unsupported.add(new Remark(line, "is of a type that is not kept here: " + Type.string(record.getType())));
        } else {
            RecordName name = new RecordName(record.getName().toString());
            ResourceRecord read = new ResourceRecord(name, type.get(), (int) record.getTTL(), record.rdataToString());
            size += OVERHEAD + name.text().length() + read.content().length();
            take(line, read);
        }
    }

    private void take(int line, ResourceRecord record) {
        if (!record.name().isWithin(zone)) {
            refused.add(new Remark(line, "must lie in the zone " + zone));
        } else if (record.type() == RecordType.SOA) {
            takeSoa(line, record);
        } else {
            taken.add(line, record);
        }
    }

    private void takeSoa(int line, ResourceRecord record) {
        Soa read = Soa.parse(record.content(), record.ttl());
        if (!record.name().equals(RecordName.apex(zone))) {
            refused.add(new Remark(line, "must have its SOA record at the apex of the zone"));
        } else if (soa != null && !soa.equals(read)) {
            refused.add(new Remark(line, "must have one SOA record"));
        } else {
            soa = read;
        }
    }

    private void refuse(Entry entry, ProblemException wrong) {
        wrong.problem().violations().stream()
                .limit(1)
                .map(violation -> new Remark(entry.line(), violation.rule()))
                .forEach(refused::add);
    }

    private static Optional<RecordType> type(Record record) {
        return type(Type.string(record.getType()));
    }

    private static Optional<RecordType> type(String mnemonic) {
        for (RecordType type : RecordType.values()) {
            if (type.name().equals(mnemonic)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** What to say of a line that dnsjava does not read: what its type wants, when that can be seen. */
    private static String reason(Entry entry) {
        if (entry.isDirective()) {
            return "must be a directive with its arguments";
        }
        return Arrays.stream(entry.text().strip().split("[ \t]+", -1))
                .skip(entry.continuesOwner() ? 0 : 1)
                .flatMap(word -> type(word.toUpperCase(Locale.ROOT)).stream())
                .findFirst()
                .map(type -> "must have a TTL, here or before, and the data of a record of type " + type + ", such as "
                        + type.example())
                .orElse("must be an owner, a TTL, a class, a type that is known, and the data of that type");
    }

    private static Name origin(DomainName zone) {
        try {
            return Name.fromString(zone + ".");
        } catch (TextParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
