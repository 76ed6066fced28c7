package dev.npanel.dns.bind.zone;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.dns.backend.record.KeptTags;
import dev.npanel.dns.record.RecordContent;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/** Between named's records, our record sets, and the contract's. */
public final class Translation {
    private static final Map<String, RecordType> TYPES =
            Arrays.stream(RecordType.values()).collect(Collectors.toMap(RecordType::name, Function.identity()));

    private Translation() {}

    /** Where a record of the contract stands. */
    public static Place place(RecordSet set) {
        return new Place(set.name().absolute(), set.type().name());
    }

    /** The set as we keep it. */
    public static Rrset toRrset(RecordSet set) {
        return new Rrset(
                place(set),
                set.ttl(),
                set.entries().stream().map(RecordSet.Entry::content).toList(),
                tags(set.entries()));
    }

    /** What of a set the contract can express; empty when it is nothing. */
    public static Optional<RecordSet> toContract(Rrset set) {
        Optional<RecordType> type = Optional.ofNullable(TYPES.get(set.place().type()));
        Optional<RecordName> name = name(set.place().name());
        if (type.isEmpty() || name.isEmpty() || set.isEmpty()) {
            return Optional.empty();
        }
        List<String> shown = set.contents().stream()
                .filter(content -> canonical(name.get(), type.get(), content).equals(Optional.of(content)))
                .toList();
        Map<String, String> kept =
                set.tags().stream().collect(Collectors.toMap(Rrset.Tag::digest, Rrset.Tag::tag, (one, other) -> one));
        return shown.isEmpty()
                ? Optional.empty()
                : Optional.of(new RecordSet(
                        name.get(),
                        type.get(),
                        (int) Math.min(set.ttl(), Integer.MAX_VALUE),
                        KeptTags.entries(shown, kept)));
    }

    /** Records of one name and type, with the tags that are kept for them. */
    static Rrset toRrset(Place place, List<Record> records, Map<String, String> kept) {
        Optional<RecordType> type = Optional.ofNullable(TYPES.get(place.type()));
        Optional<RecordName> name = name(place.name());
        List<String> contents = records.stream()
                .map(Record::rdataToString)
                .map(text -> type.isEmpty() || name.isEmpty()
                        ? text
                        : canonical(name.get(), type.get(), text).orElse(text))
                .toList();
        List<Rrset.Tag> tags = kept.isEmpty() ? List.of() : tags(KeptTags.entries(contents, kept));
        return new Rrset(place, records.get(0).getTTL(), contents, tags);
    }

    /** The set's records in dnsjava's words. */
    static List<Record> toRecords(Rrset set) {
        try {
            Name owner = Name.fromString(set.place().name());
            int type = Type.value(set.place().type());
            List<Record> records = new ArrayList<>();
            for (String content : set.contents()) {
                records.add(Record.fromString(owner, type, DClass.IN, set.ttl(), content, Name.root));
            }
            return records;
        } catch (IOException impossible) {
            throw new IllegalStateException("a record that named would not have given", impossible);
        }
    }

    static Place place(Record record) {
        return new Place(record.getName().toString().toLowerCase(Locale.ROOT), Type.string(record.getType()));
    }

    private static List<Rrset.Tag> tags(List<RecordSet.Entry> entries) {
        return KeptTags.of(entries).entrySet().stream()
                .map(kept -> new Rrset.Tag(kept.getKey(), kept.getValue()))
                .toList();
    }

    private static Optional<RecordName> name(String absolute) {
        try {
            return Optional.of(new RecordName(absolute))
                    .filter(name -> name.absolute().equals(absolute));
        } catch (ProblemException foreign) {
            return Optional.empty();
        }
    }

    private static Optional<String> canonical(RecordName name, RecordType type, String content) {
        try {
            return Optional.of(type == RecordType.SOA ? content : RecordContent.canonical(name, type, content));
        } catch (ProblemException foreign) {
            return Optional.empty();
        }
    }
}
