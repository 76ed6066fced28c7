package dev.npanel.ssl.panel.check;

import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.panel.outside.Looked;
import dev.npanel.ssl.panel.outside.Looked.Kind;
import dev.npanel.ssl.panel.outside.NameLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.Type;

/** Whether records say that this authority must not issue (RFC 8659, RFC 8657). */
final class CaaCheck {
    private final NameLookup names;

    CaaCheck(NameLookup names) {
        this.names = names;
    }

    /** @param identities how the authority is named in such records, or empty when it could not be asked */
    Finding of(CertificateName name, Optional<List<String>> identities) {
        String place = name.domain().text();
        while (true) {
            Looked<CAARecord> looked = names.look(place, Type.CAA, CAARecord.class);
            if (looked.kind() == Kind.BROKEN) {
                return Finding.failure(
                        "caa",
                        "Whether CAA records of " + place
                                + " allow it cannot be told: the name servers answer with an error.");
            } else if (looked.kind() == Kind.SILENT) {
                return Finding.warning("caa", "No name server answered when CAA of " + place + " was looked up.");
            } else if (!looked.records().isEmpty()) {
                return judge(name, place, looked.records(), identities);
            }
            int dot = place.indexOf('.');
            if (dot < 0) {
                return Finding.ok("caa", "No CAA record restricts who issues for " + name + ".");
            }
            place = place.substring(dot + 1);
        }
    }

    private static Finding judge(
            CertificateName name, String place, List<CAARecord> records, Optional<List<String>> identities) {
        List<String> wild = values(records, "issuewild");
        List<String> rules = name.isWildcard() && !wild.isEmpty() ? wild : values(records, "issue");
        if (rules.isEmpty()) {
            return Finding.ok("caa", "The CAA records of " + place + " restrict nobody who issues for " + name + ".");
        }
        if (identities.isEmpty() || identities.get().isEmpty()) {
            return Finding.warning(
                    "caa",
                    "CAA records of " + place + " restrict who issues, and the authority does not say its name.");
        }
        String method = name.isWildcard() ? "dns-01" : "http-01";
        boolean allowed = rules.stream().anyMatch(rule -> allows(rule, identities.get(), method));
        String who = rules.stream().map(CaaCheck::issuer).distinct().collect(Collectors.joining(", "));
        return allowed
                ? Finding.ok("caa", "The CAA records of " + place + " allow the authority.")
                : Finding.failure(
                        "caa",
                        "The CAA records of " + place + " allow " + (who.isEmpty() ? "nobody" : "only " + who)
                                + " to issue, and not " + String.join(", ", identities.get()) + " by " + method + ".");
    }

    private static List<String> values(List<CAARecord> records, String tag) {
        return records.stream()
                .filter(record -> record.getTag().equalsIgnoreCase(tag))
                .map(CAARecord::getValue)
                .toList();
    }

    private static String issuer(String rule) {
        return rule.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.-]", "");
    }

    private static boolean allows(String rule, List<String> identities, String method) {
        String[] parts = rule.split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].strip().split("=", 2);
            if (parameter.length == 2
                    && parameter[0].strip().equalsIgnoreCase("validationmethods")
                    && !List.of(parameter[1].strip().split(",", -1)).contains(method)) {
                return false;
            }
        }
        return identities.stream().anyMatch(issuer(rule)::equalsIgnoreCase);
    }
}
