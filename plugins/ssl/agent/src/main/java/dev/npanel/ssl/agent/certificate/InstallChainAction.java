package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Step;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.chain.Chains;
import dev.npanel.ssl.agent.chain.Described;
import dev.npanel.ssl.agent.key.KeyFile;
import dev.npanel.ssl.agent.key.Keys;
import dev.npanel.ssl.agent.key.Requests;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.InstallChain;
import dev.npanel.ssl.certificate.InstalledCertificate;
import dev.npanel.ssl.use.CertificateFiles;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ssl.certificate.install}: key and chain change together, and only when they fit. */
@Component(service = Action.class)
public final class InstallChainAction implements Action<InstallChain, InstalledCertificate> {
    private final Uses uses;
    private final Shelf shelf;
    private final Clock clock;

    @Activate
    public InstallChainAction(@Reference Uses uses) {
        this(uses, new Shelf(), Clock.systemUTC());
    }

    InstallChainAction(Uses uses, Shelf shelf, Clock clock) {
        this.uses = uses;
        this.shelf = shelf;
        this.clock = clock;
    }

    @Override
    public ActionType<InstallChain, InstalledCertificate> type() {
        return Ssl.CERTIFICATE_INSTALL;
    }

    @Override
    public Set<Lock> locks(InstallChain request) {
        return Set.of(NewRequestAction.lock(request.id()));
    }

    @Override
    public Plan<InstalledCertificate> plan(InstallChain request, HostView host) {
        CertificateId id = request.id();
        List<X509Certificate> chain = Chains.read(request.chain().text());
        Content key = key(id, chain.get(0), host);
        Chains.check(chain, KeyFile.read(key), names(id, host), clock.instant());
        List<Step> steps = new ArrayList<>();
        steps.add(shelf.directory(id));
        steps.add(shelf.put(CertificateFiles.key(id), key));
        steps.add(
                shelf.put(CertificateFiles.chain(id), Content.of(request.chain().text())));
        steps.add(new Delete(Shelf.requestKey(id)));
        steps.add(new Delete(Shelf.request(id)));
        steps.addAll(uses.reloads(id));
        return Plan.of(steps, new InstalledCertificate(Described.of(id, chain.get(0)), uses.units(id)));
    }

    /** The key of the request, or else the one in use, for which an authority may have made another certificate. */
    private static Content key(CertificateId id, X509Certificate certificate, HostView host) {
        Optional<Content> requested = host.file(Shelf.requestKey(id));
        Optional<Content> used = host.file(CertificateFiles.key(id));
        return requested
                .filter(key -> used.isEmpty() || Keys.fit(KeyFile.read(key), certificate.getPublicKey()))
                .or(() -> used)
                .orElseThrow(Shelf::unknown);
    }

    private static List<CertificateName> names(CertificateId id, HostView host) {
        return host.file(Shelf.request(id))
                .map(Requests::names)
                .or(() -> host.file(CertificateFiles.chain(id))
                        .map(ListCertificatesAction::own)
                        .map(Described::names))
                .orElseThrow(Shelf::unknown);
    }
}
