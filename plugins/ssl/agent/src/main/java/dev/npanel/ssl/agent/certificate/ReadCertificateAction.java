package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.chain.Described;
import dev.npanel.ssl.certificate.ReadCertificate;
import dev.npanel.ssl.certificate.StoredCertificate;
import dev.npanel.ssl.use.CertificateFiles;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;

/** {@code ssl.certificate.read}. */
@Component(service = Action.class)
public final class ReadCertificateAction implements Action<ReadCertificate, StoredCertificate> {
    @Override
    public ActionType<ReadCertificate, StoredCertificate> type() {
        return Ssl.CERTIFICATE_READ;
    }

    @Override
    public Plan<StoredCertificate> plan(ReadCertificate request, HostView host) {
        Content chain = host.file(CertificateFiles.chain(request.id())).orElseThrow(Shelf::unknown);
        return Plan.answer(new StoredCertificate(
                Described.of(request.id(), ListCertificatesAction.own(chain)),
                new String(chain.bytes(), StandardCharsets.UTF_8)));
    }
}
