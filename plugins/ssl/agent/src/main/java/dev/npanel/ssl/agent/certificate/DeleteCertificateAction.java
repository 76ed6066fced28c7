package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Delete;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.chain.Described;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.DeleteCertificate;
import dev.npanel.ssl.use.CertificateFiles;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code ssl.certificate.delete}: the directory goes into the trash, the key with it. */
@Component(service = Action.class)
public final class DeleteCertificateAction implements Action<DeleteCertificate, CertificateInfo> {
    private final Uses uses;

    @Activate
    public DeleteCertificateAction(@Reference Uses uses) {
        this.uses = uses;
    }

    @Override
    public ActionType<DeleteCertificate, CertificateInfo> type() {
        return Ssl.CERTIFICATE_DELETE;
    }

    @Override
    public Set<Lock> locks(DeleteCertificate request) {
        return Set.of(NewRequestAction.lock(request.id()));
    }

    @Override
    public Plan<CertificateInfo> plan(DeleteCertificate request, HostView host) {
        CertificateInfo present = host.file(CertificateFiles.chain(request.id()))
                .map(ListCertificatesAction::own)
                .map(certificate -> Described.of(request.id(), certificate))
                .orElseThrow(Shelf::unknown);
        uses.requireNone(request.id());
        return Plan.of(List.of(new Delete(CertificateFiles.directory(request.id()))), present);
    }
}
