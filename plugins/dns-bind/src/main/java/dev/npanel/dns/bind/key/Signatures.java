package dev.npanel.dns.bind.key;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.dnssec.KeyRole;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Whether named has come as far with the signatures of a zone as it was told to. */
final class Signatures {
    private static final Pattern AT_WORK = Pattern.compile("Removing .*|Creating .*|Pending .*");
    private static final Pattern SIGNING = Pattern.compile("Signing with key (\\d+)/.*");
    private static final int PAYLOAD = 4096;

    private final Named named;
    private final DomainName zone;

    Signatures(Named named, DomainName zone) {
        this.named = named;
        this.zone = zone;
    }

    /**
     * Whether these keys, and no others, are published and sign.
     *
     * @param nsec3 the NSEC3PARAM, or empty for NSEC
     */
    boolean are(List<KeyFile> keys, String nsec3) {
        List<Record> dnskeys = ask(Type.DNSKEY);
        Set<Integer> published = dnskeys.stream()
                .filter(DNSKEYRecord.class::isInstance)
                .map(record -> ((DNSKEYRecord) record).getFootprint())
                .collect(Collectors.toCollection(TreeSet::new));
        return published.equals(tags(keys, KeyFile::published))
                && signers(dnskeys).containsAll(tags(keys, key -> key.active() && role(key) == KeyRole.KSK))
                && signers(ask(Type.SOA)).containsAll(tags(keys, key -> key.active() && role(key) == KeyRole.ZSK))
                && denies(nsec3)
                && named.control("signing -list " + zone).text().lines().noneMatch(line -> isWork(line, keys));
    }

    /** Whether named has forgotten what it has done. */
    boolean areCleared() {
        return named.control("signing -list " + zone).text().lines().noneMatch(line -> line.startsWith("Done "));
    }

    /** Whether named is still at it. With a key that is only published it says for ever that it is, and does nothing. */
    private static boolean isWork(String line, List<KeyFile> keys) {
        Matcher signing = SIGNING.matcher(line.strip());
        return signing.matches()
                ? tags(keys, KeyFile::active).contains(Integer.valueOf(signing.group(1)))
                : AT_WORK.matcher(line.strip()).matches();
    }

    private boolean denies(String nsec3) {
        List<String> parameters = ask(Type.NSEC3PARAM).stream()
                .filter(record -> record.getType() == Type.NSEC3PARAM)
                .map(Record::rdataToString)
                .toList();
        return parameters.equals(nsec3.isEmpty() ? List.of() : List.of(nsec3));
    }

    private List<Record> ask(int type) {
        Message query = Message.newQuery(Record.newRecord(Named.name(zone), type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        query.addRecord(new OPTRecord(PAYLOAD, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);
        return named.ask(query).getSection(Section.ANSWER);
    }

    private static Set<Integer> signers(List<Record> answer) {
        return answer.stream()
                .filter(RRSIGRecord.class::isInstance)
                .map(record -> ((RRSIGRecord) record).getFootprint())
                .collect(Collectors.toSet());
    }

    private static Set<Integer> tags(List<KeyFile> keys, Predicate<KeyFile> wanted) {
        return keys.stream().filter(wanted).map(KeyFile::tag).collect(Collectors.toCollection(TreeSet::new));
    }

    private static KeyRole role(KeyFile key) {
        return key.held().role();
    }
}
