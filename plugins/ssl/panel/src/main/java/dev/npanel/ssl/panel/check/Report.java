package dev.npanel.ssl.panel.check;

import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificateNames;
import dev.npanel.ssl.panel.check.Finding.Status;
import java.util.List;

/**
 * What would keep an authority from issuing a certificate.
 *
 * @param ready whether nothing is known that surely would
 */
public record Report(boolean ready, List<NameFindings> names) {
    private static final int MOST = 5;

    public Report {
        names = List.copyOf(names);
    }

    static Report of(List<NameFindings> names) {
        return new Report(names.stream().allMatch(each -> failures(each).isEmpty()), names);
    }

    /** The failures, a few of them when there are many, as sentences. */
    public String failures() {
        List<String> all = names.stream()
                .flatMap(name -> failures(name).stream().map(Finding::message))
                .distinct()
                .toList();
        String first = String.join(" ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() <= MOST ? first : first + " And " + (all.size() - MOST) + " more.";
    }

    private static List<Finding> failures(NameFindings name) {
        return name.findings().stream()
                .filter(each -> each.status() == Status.FAILURE)
                .toList();
    }

    /** The names that somebody wants a certificate for. */
    public record Wanted(List<CertificateName> names) {
        public Wanted {
            names = CertificateNames.check(names);
        }
    }
}
