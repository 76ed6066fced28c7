package dev.npanel.ssl.certificate;

import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainSet;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Rules for all names of one certificate. */
public final class CertificateNames {
    private static final int DNS_NAME = 2;
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
                DomainSet.of(names.stream().map(CertificateName::domain).toList()));
    }

    /** The DNS names that a certificate is for; those that are none of ours are left out. */
    public static List<CertificateName> of(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name -> name.get(0).equals(DNS_NAME))
                            .flatMap(name -> name((String) name.get(1)).stream())
                            .distinct()
                            .toList();
        } catch (CertificateParsingException strange) {
            return List.of();
        }
    }

    /** Whether a certificate for these names is good for the wanted one. */
    public static boolean cover(List<CertificateName> certified, CertificateName wanted) {
        return certified.stream().anyMatch(name -> name.covers(wanted));
    }

    private static Optional<CertificateName> name(String text) {
        try {
            return Optional.of(new CertificateName(text));
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }
}
