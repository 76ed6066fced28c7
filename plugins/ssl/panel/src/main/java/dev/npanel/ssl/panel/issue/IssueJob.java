package dev.npanel.ssl.panel.issue;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.JobRun;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.ca.OrderState;
import dev.npanel.ssl.ca.OrderState.Method;
import dev.npanel.ssl.ca.OrderState.Proof;
import dev.npanel.ssl.ca.RenewalWindow;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.InstallChain;
import dev.npanel.ssl.certificate.InstalledCertificate;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.StoredCertificate;
import dev.npanel.ssl.key.NewRequest;
import dev.npanel.ssl.panel.check.Checks;
import dev.npanel.ssl.panel.issue.Order.Given;
import dev.npanel.ssl.panel.issue.Order.Installed;
import dev.npanel.ssl.panel.renewal.RenewalJob;
import dev.npanel.ssl.panel.renewal.Renewals;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a certificate issued: looks how far the authority is with the order, and does what comes next. Every run may be the first after
 * a restart. */
@Component(service = {JobHandler.class, IssueJob.class})
public final class IssueJob implements JobHandler<Issue> {
    /** The sort of job; its subject is the certificate's id. */
    public static final String TYPE = "ssl.issue";

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LIMITED = Duration.ofHours(1);
    /** For all name servers of the zone to have a new record; after that the authority looks itself. */
    private static final Duration SPREAD = Duration.ofMinutes(1);
    /** For a daemon to serve what it has been reloaded for. */
    private static final Duration SERVED = Duration.ofSeconds(30);

    private final Agent agent;
    private final CertificateAuthority authority;
    private final Orders orders;
    private final Answers answers;
    private final Checks checks;
    private final Serving serving;
    private final Renewals renewals;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public IssueJob(
            @Reference Agent agent,
            @Reference CertificateAuthority authority,
            @Reference Orders orders,
            @Reference Answers answers,
            @Reference Checks checks,
            @Reference Serving serving,
            @Reference Renewals renewals,
            @Reference Jobs jobs) {
        this(agent, authority, orders, answers, checks, serving, renewals, jobs, Clock.systemUTC());
    }

    /** With another clock. */
    public IssueJob(
            Agent agent,
            CertificateAuthority authority,
            Orders orders,
            Answers answers,
            Checks checks,
            Serving serving,
            Renewals renewals,
            Jobs jobs,
            Clock clock) {
        this.agent = agent;
        this.authority = authority;
        this.orders = orders;
        this.answers = answers;
        this.checks = checks;
        this.serving = serving;
        this.renewals = renewals;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Class<Issue> payload() {
        return Issue.class;
    }

    @Override
    public JobResult run(Issue wish, JobRun run) {
        return goOn(wish, run.context());
    }

    /** A run, of this job or within another one. */
    JobResult goOn(Issue wish, CallContext context) {
        try {
            return step(wish, context);
        } catch (ProblemException problem) {
            return failed(wish, context, problem);
        }
    }

    private JobResult step(Issue wish, CallContext context) {
        CertificateId id = wish.id();
        Order order = orders.find(id).orElse(null);
        if (order == null) {
            String warnings = checks.require(context, wish.names()).warnings();
            Chain present =
                    present(id, context).map(each -> new Chain(each.chain())).orElse(null);
            String address = authority.order(wish.names(), present).toString();
            order = orders.put(id, Order.begun(address, warnings));
        }
        if (order.installed() != null) {
            return seen(wish, order.installed());
        }
        URI address = URI.create(order.address());
        OrderState state = authority.look(address);
        return switch (state.status()) {
            case PENDING -> prove(id, order, state, context);
            case READY -> complete(wish, address, context);
            case PROCESSING -> again(state, "The authority is making the certificate.");
            case VALID -> install(wish, order, context);
            case INVALID ->
                throw Problem.of(
                                ProblemKind.CONFLICT,
                                "ssl.authority.refused",
                                order.warned("The authority refuses: "
                                        + (state.failure() == null ? "no reason given." : state.failure())))
                        .asException();
        };
    }

    /** Gives the answers that are missing, and says so; of a record only when all name servers have it. */
    private JobResult prove(CertificateId id, Order order, OrderState state, CallContext context) {
        Order now = order;
        boolean spreading = false;
        for (Proof proof : chosen(state.proofs()).values()) {
            Given given = now.find(proof.name(), proof.token(), proof.answer()).orElse(null);
            if (given == null) {
                given = new Given(proof.name(), proof.token(), proof.answer(), clock.instant());
                now = orders.put(id, now.with(given));
                answers.give(context, given);
            }
            if (answers.hasArrived(context, given)
                    || clock.instant().isAfter(given.at().plus(SPREAD))) {
                authority.ready(proof.challenge());
            } else {
                spreading = true;
            }
        }
        return spreading
                ? new JobResult.Again(SOON, "Records that show whose the names are spread among the name servers.")
                : again(state, now.warned("The authority looks whose the names are."));
    }

    /** One way for each name of which the authority has not been told yet: a file where that will do. */
    private static Map<CertificateName, Proof> chosen(List<Proof> proofs) {
        Map<CertificateName, Proof> chosen = new LinkedHashMap<>();
        for (Proof proof : proofs) {
            boolean better = proof.method() == Method.HTTP && !proof.name().isWildcard();
            if (better || !chosen.containsKey(proof.name())) {
                chosen.put(proof.name(), proof);
            }
        }
        proofs.stream().filter(Proof::asked).map(Proof::name).forEach(chosen::remove);
        return chosen;
    }

    private JobResult complete(Issue wish, URI address, CallContext context) {
        String csr = agent.call(context, Ssl.REQUEST_CREATE, new NewRequest(wish.names(), wish.key()))
                .value()
                .csr();
        authority.complete(address, csr);
        return new JobResult.Again(SOON, "The authority is making the certificate.");
    }

    private JobResult install(Issue wish, Order order, CallContext context) {
        Chain chain = authority.fetch(URI.create(order.address()));
        String previous = present(wish.id(), context)
                .map(each -> each.certificate().fingerprint())
                .orElse(null);
        InstalledCertificate placed = agent.call(context, Ssl.CERTIFICATE_INSTALL, new InstallChain(wish.id(), chain))
                .value();
        CertificateInfo certificate = placed.certificate();
        order.given().forEach(given -> answers.takeAway(context, given));
        renewals.succeeded(wish, context.caller().account(), certificate, window(chain));
        // whoever sleeps until the first is due: this one may be due earlier
        jobs.wake(RenewalJob.TYPE, context.caller().account().text());
        Installed installed = new Installed(
                certificate.fingerprint(), previous, placed.usedBy(), certificate.notAfter(), clock.instant());
        orders.put(wish.id(), order.with(installed));
        return seen(wish, installed);
    }

    /** Done only when those who ask for the site get the new one. */
    private JobResult seen(Issue wish, Installed installed) {
        String until = "it is valid until " + installed.until() + ".";
        if (installed.usedBy().isEmpty()) {
            orders.remove(wish.id());
            return new JobResult.Done("The certificate is installed, and nothing serves it yet; " + until);
        }
        String units = String.join(", ", installed.usedBy());
        if (serving.isServed(wish.names(), installed)) {
            orders.remove(wish.id());
            return new JobResult.Done("The certificate is installed, and served by " + units + "; " + until);
        }
        if (clock.instant().isBefore(installed.at().plus(SERVED))) {
            return new JobResult.Again(SOON, "The certificate is installed; " + units + " is to serve it.");
        }
        throw Problem.of(
                        ProblemKind.CONFLICT,
                        "ssl.certificate.not-served",
                        "The certificate is installed but not served: " + units
                                + " uses it, and gives another one or none to those who ask.")
                .asException();
    }

    private JobResult failed(Issue wish, CallContext context, ProblemException failure) {
        Problem problem = failure.problem();
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            renewals.delayed(wish.id(), problem);
            throw failure;
        }
        if (problem.kind() == ProblemKind.LIMIT) {
            renewals.delayed(wish.id(), problem);
            Integer seconds = problem.retryAfter();
            return new JobResult.Again(seconds == null ? LIMITED : Duration.ofSeconds(seconds), problem.message());
        }
        renewals.failed(wish.id(), problem);
        Order order = orders.find(wish.id()).orElse(null);
        if (order != null) {
            clear(wish.id(), order, context);
        }
        throw failure;
    }

    /** Forgets an order, and takes away what was there for its sake: it was of use to nobody but the authority. */
    private void clear(CertificateId id, Order order, CallContext context) {
        order.given().forEach(given -> answers.takeAway(context, given));
        orders.remove(id);
    }

    /** An authority that does not answer just now has not said anything. */
    private Optional<RenewalWindow> window(Chain chain) {
        try {
            return authority.renewal(chain);
        } catch (ProblemException away) {
            return Optional.empty();
        }
    }

    private Optional<StoredCertificate> present(CertificateId id, CallContext context) {
        return agent.find(context, Ssl.CERTIFICATE_READ, new ReadCertificate(id));
    }

    private static JobResult again(OrderState state, String progress) {
        Duration pause = state.pause() == null || state.pause().compareTo(SOON) < 0 ? SOON : state.pause();
        return new JobResult.Again(pause.compareTo(LONGEST) < 0 ? pause : LONGEST, progress);
    }
}
