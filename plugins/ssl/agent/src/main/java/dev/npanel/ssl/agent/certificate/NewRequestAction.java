package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Step;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.key.KeyFile;
import dev.npanel.ssl.agent.key.Keys;
import dev.npanel.ssl.agent.key.Requests;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.key.NewRequest;
import dev.npanel.ssl.key.SigningRequest;
import dev.npanel.ssl.use.CertificateFiles;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code ssl.request.create}: a new key beside the one in use. Nobody but this process ever sees it. */
@Component(service = Action.class)
public final class NewRequestAction implements Action<NewRequest, SigningRequest> {
    private final Shelf shelf;

    @Activate
    public NewRequestAction() {
        this(new Shelf());
    }

    NewRequestAction(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public ActionType<NewRequest, SigningRequest> type() {
        return Ssl.REQUEST_CREATE;
    }

    @Override
    public Set<Lock> locks(NewRequest request) {
        return Set.of(lock(request.id()));
    }

    /** What nobody else changes of a certificate meanwhile. */
    static Lock lock(CertificateId id) {
        return new Lock(CertificateFiles.lock(id));
    }

    @Override
    public Plan<SigningRequest> plan(NewRequest request, HostView host) {
        CertificateId id = request.id();
        KeyPair key = Keys.make(request.key());
        String csr = Requests.csr(key, request.names());
        List<Step> steps = new ArrayList<>();
        steps.add(shelf.directory(id));
        steps.add(shelf.put(Shelf.requestKey(id), KeyFile.write(key.getPrivate())));
        steps.add(shelf.put(Shelf.request(id), Content.of(csr)));
        return Plan.of(steps, new SigningRequest(id, csr));
    }
}
