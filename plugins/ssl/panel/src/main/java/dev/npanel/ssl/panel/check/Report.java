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
        Report open = new Report(true, names);
        return open.all(Status.FAILURE).isEmpty() ? open : new Report(false, names);
    }

    /** The failures, a few of them when there are many, as sentences. */
    public String failures() {
        return few(all(Status.FAILURE));
    }

    /** What may keep an authority from issuing, in the same way; empty when there is nothing. */
    public String warnings() {
        return few(all(Status.WARNING));
    }

    private List<String> all(Status status) {
        return names.stream()
                .flatMap(name -> name.findings().stream())
                .filter(each -> each.status() == status)
                .map(Finding::message)
                .distinct()
                .toList();
    }

    private static String few(List<String> all) {
        String first = String.join(" ", all.subList(0, Math.min(MOST, all.size())));
        return all.size() <= MOST ? first : first + " And " + (all.size() - MOST) + " more.";
    }

    /** The names that somebody wants a certificate for. */
    public record Wanted(List<CertificateName> names) {
        public Wanted {
            names = CertificateNames.check(names);
        }
    }
}
