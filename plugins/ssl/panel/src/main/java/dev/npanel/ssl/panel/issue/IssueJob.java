package dev.npanel.ssl.panel.issue;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.job.JobHandler;
import dev.npanel.panel.job.JobResult;
import dev.npanel.panel.job.Jobs;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.ca.OrderState;
import dev.npanel.ssl.ca.OrderState.Method;
import dev.npanel.ssl.ca.OrderState.Proof;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.certificate.InstallChain;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.key.NewRequest;
import dev.npanel.ssl.panel.issue.Order.Given;
import dev.npanel.ssl.panel.renewal.RenewalJob;
import dev.npanel.ssl.panel.renewal.Renewals;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Has a certificate issued: looks how far the authority is with the order, and does what comes next. Every run may be the first after
 * a restart. */
@Component(service = JobHandler.class)
public final class IssueJob implements JobHandler<Issue> {
    /** The sort of job; its subject is the certificate's id. */
    public static final String TYPE = "ssl.issue";

    private static final Duration SOON = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Duration LIMITED = Duration.ofHours(1);
    /** For all name servers of the zone to have a new record. */
    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final Agent agent;
    private final CertificateAuthority authority;
    private final Orders orders;
    private final Answers answers;
    private final Renewals renewals;
    private final Jobs jobs;

    @Activate
    public IssueJob(
            @Reference Agent agent,
            @Reference CertificateAuthority authority,
            @Reference Orders orders,
            @Reference Answers answers,
            @Reference Renewals renewals,
            @Reference Jobs jobs) {
        this.agent = agent;
        this.authority = authority;
        this.orders = orders;
        this.answers = answers;
        this.renewals = renewals;
        this.jobs = jobs;
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
    public JobResult run(Issue wish, CallContext context) {
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
            URI address = authority.order(wish.names(), present(id, context));
            order = orders.put(id, new Order(address.toString(), List.of()));
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
                                "The authority refuses: "
                                        + (state.failure() == null ? "no reason given" : state.failure()))
                        .asException();
        };
    }

    /** Gives the answers that are missing, and says so; a record only in a later run, when all name servers have it. */
    private JobResult prove(CertificateId id, Order order, OrderState state, CallContext context) {
        Order now = order;
        boolean spreading = false;
        for (Proof proof : chosen(state.proofs()).values()) {
            Given given = new Given(proof.name(), proof.token(), proof.answer());
            boolean there = now.given().contains(given);
            if (!there) {
                now = orders.put(id, now.with(given));
                answers.give(context, given);
            }
            if (there || !Answers.isRecord(given)) {
                authority.ready(proof.challenge());
            } else {
                spreading = true;
            }
        }
        return spreading
                ? new JobResult.Again(SPREAD, "Records that show whose the names are spread among the name servers.")
                : again(state, "The authority looks whose the names are.");
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
        CertificateInfo installed = agent.call(context, Ssl.CERTIFICATE_INSTALL, new InstallChain(wish.id(), chain))
                .value();
        clear(wish.id(), order, context);
        renewals.succeeded(wish, context.caller().account(), installed, authority.renewal(chain));
        // whoever sleeps until the first is due: this one may be due earlier
        jobs.wake(RenewalJob.TYPE, context.caller().account().text());
        return new JobResult.Done("The certificate is installed; it is valid until " + installed.notAfter() + ".");
    }

    private JobResult failed(Issue wish, CallContext context, ProblemException failure) {
        Problem problem = failure.problem();
        if (problem.kind() == ProblemKind.UNAVAILABLE) {
            throw failure;
        }
        if (problem.kind() == ProblemKind.LIMIT) {
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

    private @Nullable Chain present(CertificateId id, CallContext context) {
        try {
            return new Chain(agent.read(context, Ssl.CERTIFICATE_READ, new ReadCertificate(id))
                    .chain());
        } catch (ProblemException none) {
            if (none.problem().kind() == ProblemKind.NOT_FOUND) {
                return null;
            }
            throw none;
        }
    }

    private static JobResult again(OrderState state, String progress) {
        Duration pause = state.pause() == null || state.pause().compareTo(SOON) < 0 ? SOON : state.pause();
        return new JobResult.Again(pause.compareTo(LONGEST) < 0 ? pause : LONGEST, progress);
    }
}
