package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Step;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.chain.Chains;
import dev.npanel.ssl.agent.chain.Described;
import dev.npanel.ssl.agent.key.KeyFile;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.UploadCertificate;
import dev.npanel.ssl.use.CertificateFiles;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ssl.certificate.upload}: checked as one that an authority made for us. */
@Component(service = Action.class)
public final class UploadCertificateAction implements Action<UploadCertificate, CertificateInfo> {
    private final Uses uses;
    private final Shelf shelf;
    private final Clock clock;

    @Activate
    public UploadCertificateAction(@Reference Uses uses) {
        this(uses, new Shelf(), Clock.systemUTC());
    }

    UploadCertificateAction(Uses uses, Shelf shelf, Clock clock) {
        this.uses = uses;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public ActionType<UploadCertificate, CertificateInfo> type() {
        return Ssl.CERTIFICATE_UPLOAD;
    }

    @Override
    public Set<Lock> locks(UploadCertificate request) {
        return Set.of(NewRequestAction.lock(request.id()));
    }

    @Override
    public Plan<CertificateInfo> plan(UploadCertificate request, HostView host) {
        CertificateId id = request.id();
        List<X509Certificate> chain = Chains.read(request.chain().text());
        PrivateKey key = KeyFile.decode(request.key().reveal());
        Chains.check(chain, key, request.names(), clock.instant());
        List<Step> steps = new ArrayList<>();
        steps.add(shelf.directory(id));
        steps.add(shelf.put(CertificateFiles.key(id), KeyFile.write(key)));
        steps.add(
                shelf.put(CertificateFiles.chain(id), Content.of(request.chain().text())));
        steps.addAll(uses.reloads(id));
        return Plan.of(steps, Described.of(id, chain.get(0)));
    }
}
