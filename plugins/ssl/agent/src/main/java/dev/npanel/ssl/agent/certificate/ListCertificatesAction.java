package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.agent.chain.Chains;
import dev.npanel.ssl.agent.chain.Described;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.certificate.CertificatePage;
import dev.npanel.ssl.certificate.ListCertificates;
import dev.npanel.ssl.use.CertificateFiles;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** {@code ssl.certificate.list}, S5. What a file says is worked out once, as long as the file is the same. */
@Component(service = Action.class)
public final class ListCertificatesAction implements Action<ListCertificates, CertificatePage> {
    private static final System.Logger LOG = System.getLogger(ListCertificatesAction.class.getName());

    private final Map<CertificateId, Read> known = new ConcurrentHashMap<>();

    private record Read(Content file, CertificateInfo info) {}

    @Override
    public ActionType<ListCertificates, CertificatePage> type() {
        return Ssl.CERTIFICATE_LIST;
    }

    @Override
    public Plan<CertificatePage> plan(ListCertificates request, HostView host) {
        List<CertificateId> ids = host.children(CertificateFiles.CERTIFICATES).stream()
                .flatMap(ListCertificatesAction::id)
                .filter(id -> isWanted(id, request.domains()))
                .filter(id -> request.after() == null || id.compareTo(request.after()) > 0)
                .sorted()
                .toList();
        List<CertificateInfo> items = new ArrayList<>();
        for (CertificateId id : ids) {
            if (items.size() == request.limit()) {
                return Plan.answer(
                        new CertificatePage(items, items.get(items.size() - 1).id()));
            }
            read(id, host).ifPresent(items::add);
        }
        return Plan.answer(new CertificatePage(items, null));
    }

    /** The certificate in a file, without those above it. */
    static X509Certificate own(Content file) {
        return Chains.read(new String(file.bytes(), StandardCharsets.UTF_8)).get(0);
    }

    private Optional<CertificateInfo> read(CertificateId id, HostView host) {
        Optional<Content> file = host.file(CertificateFiles.chain(id));
        if (file.isEmpty()) {
            known.remove(id);
            return Optional.empty();
        }
        Read before = known.get(id);
        if (before != null && before.file().equals(file.get())) {
            return Optional.of(before.info());
        }
        return describe(id, file.get());
    }

    /** Nothing for a file that somebody has spoilt: one such must not hide all the others. */
    private Optional<CertificateInfo> describe(CertificateId id, Content file) {
        try {
            CertificateInfo info = Described.of(id, own(file));
            known.put(id, new Read(file, info));
            return Optional.of(info);
        } catch (ProblemException spoilt) {
            LOG.log(Level.WARNING, "not a certificate: " + CertificateFiles.chain(id));
            return Optional.empty();
        }
    }

    private static boolean isWanted(CertificateId id, @Nullable List<DomainName> domains) {
        return domains == null || domains.stream().anyMatch(id.domain()::isWithin);
    }

    private static Stream<CertificateId> id(String name) {
        try {
            CertificateId id = new CertificateId(name);
            return id.text().equals(name) ? Stream.of(id) : Stream.empty();
        } catch (ProblemException notOurs) {
            return Stream.empty();
        }
    }
}
