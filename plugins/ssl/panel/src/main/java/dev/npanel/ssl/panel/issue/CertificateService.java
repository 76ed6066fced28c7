package dev.npanel.ssl.panel.issue;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.domain.DomainService;
import dev.npanel.panel.domain.DomainUse;
import dev.npanel.panel.domain.Domains;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.DeleteCertificate;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.key.KeyType;
import dev.npanel.ssl.panel.renewal.RenewalJob;
import dev.npanel.ssl.panel.renewal.Renewals;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The certificate of a domain and its {@code www}: issued by the authority, and renewed from then on. */
@Component(service = {DomainService.class, DomainUse.class})
public final class CertificateService implements DomainService {
    private static final int PAGE = 1_000;

    private final Agent agent;
    private final Domains domains;
    private final IssueJob issuing;
    private final Renewals renewals;
    private final Jobs jobs;

    @Activate
    public CertificateService(
            @Reference Agent agent,
            @Reference Domains domains,
            @Reference IssueJob issuing,
            @Reference Renewals renewals,
            @Reference Jobs jobs) {
        this.agent = agent;
        this.domains = domains;
        this.issuing = issuing;
        this.renewals = renewals;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isThere(DomainName domain, CallContext context) {
        ReadCertificate own = new ReadCertificate(new CertificateId(domain.text()));
        return agent.find(context, Ssl.CERTIFICATE_READ, own).isPresent();
    }

    @Override
    public Optional<String> of(DomainName domain, CallContext context) {
        return belonging(domain, context).findFirst().map(id -> "the certificate " + id);
    }

    /** A run of the job that issues certificates: it may take several. */
    @Override
    public JobResult setUp(DomainName domain, CallContext context) {
        List<CertificateName> names = List.of(new CertificateName(domain.text()), new CertificateName("www." + domain));
        JobResult result = issuing.goOn(new Issue(names, KeyType.EC256, true), context);
        if (result instanceof JobResult.Done) {
            RenewalJob.begin(jobs, context);
        }
        return result;
    }

    @Override
    public JobResult takeDown(DomainName domain, CallContext context) {
        belonging(domain, context).toList().forEach(id -> {
            agent.call(context, Ssl.CERTIFICATE_DELETE, new DeleteCertificate(id));
            renewals.setAside(id);
        });
        return new JobResult.Done("its certificates are gone.");
    }

    /** They are renewed as before, by the job of whose they are: it may be an administrator who has them back. */
    @Override
    public void restored(DomainName domain, CallContext context) {
        belonging(domain, context)
                .flatMap(id -> renewals.recall(id).stream())
                .forEach(renewal -> jobs.wake(RenewalJob.TYPE, renewal.account().text()));
    }

    private Stream<CertificateId> belonging(DomainName domain, CallContext context) {
        ListCertificates all = new ListCertificates(DomainSet.of(domain), null, PAGE);
        Predicate<DomainName> own = domains.belongingTo(domain);
        return agent.read(context, Ssl.CERTIFICATE_LIST, all).items().stream()
                .map(CertificateInfo::id)
                .filter(id -> own.test(id.domain()));
    }
}
