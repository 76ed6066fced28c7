package dev.npanel.ssl.panel.renewal;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.document.Documents;
import dev.npanel.ssl.ca.RenewalWindow;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.panel.issue.Issue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is known of renewals, beyond what the certificates say themselves. Thread-safe. */
@Component(service = Renewals.class)
public final class Renewals {
    private static final String COLLECTION = "ssl.renewal";
    private static final String ASIDE = "ssl.renewal.aside";

    private final Documents documents;
    private final Clock clock;
    private final DueTime dueTime;

    @Activate
    public Renewals(@Reference Documents documents) {
        this(documents, Clock.systemUTC(), new DueTime(new SecureRandom()));
    }

    Renewals(Documents documents, Clock clock, DueTime dueTime) {
        this.documents = documents;
        this.clock = clock;
        this.dueTime = dueTime;
    }

    /** All of the server. */
    public List<Renewal> all() {
        return documents.list(COLLECTION, Renewal.class);
    }

    /** That of a certificate, which an authority has issued for us. */
    public Renewal read(CertificateId id) {
        return find(id).orElseThrow(() -> Problem.of(
                        ProblemKind.CONFLICT, "ssl.certificate.not-issued", "No authority has issued it for us.")
                .asException());
    }

    Optional<Renewal> find(CertificateId id) {
        return documents.find(COLLECTION, id.text(), Renewal.class);
    }

    /** A certificate has been issued and installed. */
    public void succeeded(Issue issue, AccountName account, CertificateInfo installed, Optional<RenewalWindow> window) {
        Instant due = dueTime.of(installed.notBefore(), installed.notAfter(), window);
        put(new Renewal(installed.id(), account, issue.names(), issue.key(), issue.autoRenew(), due, 0, null));
    }

    /** Another try failed. Nothing to note of one that was never issued: its job says so. */
    public void failed(CertificateId id, Problem problem) {
        find(id).ifPresent(renewal ->
                put(renewal.failed(problem.message(), dueTime.afterFailure(clock.instant(), renewal.failures()))));
    }

    /** The try that is under way does not get on just now: somebody may want to know, but it is not over. */
    public void delayed(CertificateId id, Problem problem) {
        find(id).ifPresent(renewal -> put(renewal.delayed(problem.message())));
    }

    /** Renews it without being asked from now on, or no longer. */
    public Renewal auto(CertificateId id, boolean wanted) {
        return put(read(id).auto(wanted, clock.instant()));
    }

    /** The certificate is gone, and may come back. */
    public void setAside(CertificateId id) {
        find(id).ifPresent(renewal -> documents.put(ASIDE, id.text(), renewal));
        forget(id);
    }

    /** A certificate that had gone is back; empty when it is none that was issued for us. */
    public Optional<Renewal> recall(CertificateId id) {
        Optional<Renewal> aside =
                documents.find(ASIDE, id.text(), Renewal.class).map(this::put);
        documents.remove(ASIDE, id.text());
        return aside;
    }

    /** The certificate is gone. */
    public void forget(CertificateId id) {
        documents.remove(COLLECTION, id.text());
    }

    Renewal put(Renewal renewal) {
        documents.put(COLLECTION, renewal.id().text(), renewal);
        return renewal;
    }
}
