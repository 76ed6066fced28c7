package dev.npanel.dns.powerdns.rrset;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.RecordType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Between PowerDNS's record sets and the contract's. */
public final class Translation {
    private static final Map<String, RecordType> TYPES =
            Arrays.stream(RecordType.values()).collect(Collectors.toMap(RecordType::name, Function.identity()));

    private Translation() {}

    /** The type of the contract, if it has this one. */
    static Optional<RecordType> type(String mnemonic) {
        return Optional.ofNullable(TYPES.get(mnemonic));
    }

    /** The name, if the contract has such names. */
    public static Optional<RecordName> name(String absolute) {
        try {
            return Optional.of(new RecordName(absolute))
                    .filter(name -> name.absolute().equals(absolute));
        } catch (ProblemException foreign) {
            return Optional.empty();
        }
    }

    /** What of a set the contract can express; empty when it is nothing. */
    public static Optional<RecordSet> toContract(Rrset set) {
        Optional<RecordType> type = type(set.place().type());
        List<String> contents = set.items().stream()
                .filter(Item::isShown)
                .map(Item::content)
                .distinct()
                .toList();
        if (type.isEmpty() || contents.isEmpty()) {
            return Optional.empty();
        }
        int ttl = (int) Math.min(set.ttl(), Integer.MAX_VALUE);
        return name(set.place().name())
                .map(name -> new RecordSet(name, type.get(), ttl, Tags.entries(contents, set.notes())));
    }

    /** As {@link #toContract(Rrset)} for many. */
    public static List<RecordSet> toContract(List<Rrset> sets) {
        return sets.stream()
                .map(Translation::toContract)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Where PowerDNS keeps such a set. */
    public static Place place(RecordSet set) {
        return new Place(set.name().absolute(), set.type().name());
    }

    /**
     * The set as PowerDNS is to have it.
     *
     * @param present what it has there now, or null; what the contract cannot express of it is kept
     */
    public static Rrset toPdns(RecordSet set, @Nullable Rrset present) {
        Stream<Item> wanted = set.entries().stream().map(entry -> new Item(entry.content(), false, false));
        if (present == null) {
            return new Rrset(
                    place(set),
                    set.ttl(),
                    wanted.toList(),
                    Tags.notes(set.entries()).toList());
        }
        Stream<Item> kept = present.items().stream().filter(item -> !item.isShown());
        Stream<Note> others = present.notes().stream().filter(note -> !Tags.isTag(note));
        return new Rrset(
                present.place(),
                set.isEmpty() ? present.ttl() : set.ttl(),
                Stream.concat(wanted, kept).toList(),
                Stream.concat(others, Tags.notes(set.entries())).toList());
    }
}
