package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Step;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.chain.Described;
import dev.npanel.ssl.agent.key.KeyFile;
import dev.npanel.ssl.agent.key.Keys;
import dev.npanel.ssl.agent.key.Requests;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.SelfSign;
import dev.npanel.ssl.use.CertificateFiles;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ssl.certificate.self-sign}. */
@Component(service = Action.class)
public final class SelfSignAction implements Action<SelfSign, CertificateInfo> {
    private final Uses uses;
    private final Shelf shelf;
    private final Clock clock;

    @Activate
    public SelfSignAction(@Reference Uses uses) {
        this(uses, new Shelf(), Clock.systemUTC());
    }

    SelfSignAction(Uses uses, Shelf shelf, Clock clock) {
        this.uses = uses;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public ActionType<SelfSign, CertificateInfo> type() {
        return Ssl.CERTIFICATE_SELF_SIGN;
    }

    @Override
    public Set<Lock> locks(SelfSign request) {
        return Set.of(NewRequestAction.lock(request.id()));
    }

    @Override
    public Plan<CertificateInfo> plan(SelfSign request, HostView host) {
        CertificateId id = request.id();
        KeyPair key = Keys.make(request.key());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        X509Certificate certificate =
                Requests.selfSigned(key, request.names(), now, now.plus(Duration.ofDays(request.days())));
        List<Step> steps = new ArrayList<>();
        steps.add(shelf.directory(id));
        steps.add(shelf.put(CertificateFiles.key(id), KeyFile.write(key.getPrivate())));
        steps.add(shelf.put(CertificateFiles.chain(id), Content.of(Requests.pem(certificate))));
        steps.addAll(uses.reloads(id));
        return Plan.of(steps, Described.of(id, certificate));
    }
}
