package dev.npanel.ssl.panel;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.ca.Enrolment;
import dev.npanel.ssl.ca.OrderState;
import dev.npanel.ssl.ca.Registration;
import dev.npanel.ssl.ca.RenewalWindow;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.CertificatePage;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.StoredCertificate;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An agent that has certificates in memory, and an authority that revokes whatever it is told to. */
public final class Certificates implements Agent, CertificateAuthority {
    /** What the agent was asked. */
    public final List<Record> requests = new ArrayList<>();

    /** What was revoked. */
    public final List<Chain> revoked = new ArrayList<>();

    private final Map<CertificateId, CertificateInfo> certificates = new TreeMap<>();

    /** One that is valid between these times. */
    public CertificateInfo put(String name, Instant from, Duration lifetime) {
        CertificateId id = new CertificateId(name);
        CertificateInfo info = new CertificateInfo(
                id, List.of(new CertificateName(name)), "x", false, "EC 256", from, from.plus(lifetime), "1", "2");
        certificates.put(id, info);
        return info;
    }

    @Override
    public <I extends Record & Scoped, O extends Record> Outcome<O> call(
            CallContext context, ActionType<I, O> action, I request) {
        requests.add(request);
        return new Outcome.Done<>(action.output().cast(answer(request)), null);
    }

    private Record answer(Record request) {
        if (request instanceof ListCertificates) {
            return new CertificatePage(List.copyOf(certificates.values()), null);
        } else if (request instanceof ReadCertificate read && certificates.containsKey(read.id())) {
            return new StoredCertificate(certificates.get(read.id()), "-----BEGIN that of " + read.id());
        } else if (request instanceof ReadCertificate) {
            throw Problem.of(ProblemKind.NOT_FOUND, "ssl.certificate.unknown", "None.")
                    .asException();
        }
        return certificates.values().iterator().next();
    }

    @Override
    public Optional<Registration> registration() {
        return Optional.empty();
    }

    @Override
    public Registration register(Enrolment enrolment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public URI order(List<CertificateName> names, @Nullable Chain replaces) {
        throw new UnsupportedOperationException();
    }

    @Override
    public OrderState look(URI order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void ready(URI challenge) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void complete(URI order, String csr) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Chain fetch(URI order) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void revoke(Chain certificate) {
        revoked.add(certificate);
    }

    @Override
    public List<String> identities() {
        return List.of("ca.example");
    }

    @Override
    public Optional<RenewalWindow> renewal(Chain certificate) {
        return Optional.empty();
    }
}
