package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import java.util.List;

/** Rules for all names of one certificate. */
public final class CertificateNames {
    private static final int MAX = 100;

    private CertificateNames() {}

    /** The names, each once, in their order; refuses none at all and more than 100, which is what public CAs take. */
    public static List<CertificateName> check(List<CertificateName> names) {
        List<CertificateName> distinct = names.stream().distinct().toList();
        if (distinct.isEmpty() || distinct.size() > MAX) {
            throw Problem.invalid("names", "must have 1 to " + MAX + " elements")
                    .asException();
        }
        return distinct;
    }

    /** All the domains, whose owner has to be the same. */
    public static Scope scope(List<CertificateName> names) {
        return new Scope.Domains(
                names.stream().map(CertificateName::domain).distinct().toList());
    }

    /** Whether a certificate for these names is good for the wanted one. */
    public static boolean cover(List<CertificateName> certified, CertificateName wanted) {
        return certified.stream().anyMatch(name -> name.covers(wanted));
    }
}
