package dev.npanel.ssl.agent.certificate;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainSet;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** {@code ssl.certificate.list}, S5. What a file says is worked out once, as long as the file is the same: it is not even read again. */
@Component(service = Action.class)
public final class ListCertificatesAction implements Action<ListCertificates, CertificatePage> {
    private static final System.Logger LOG = System.getLogger(ListCertificatesAction.class.getName());

    private static final int MOST = 5_000;

    private final Map<CertificateId, Read> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<CertificateId, Read> eldest) {
            return size() > MOST;
        }
    });

    private record Read(String stamp, CertificateInfo info) {}

    @Override
    public ActionType<ListCertificates, CertificatePage> type() {
        return Ssl.CERTIFICATE_LIST;
    }

    @Override
    public Plan<CertificatePage> plan(ListCertificates request, HostView host) {
        DomainSet wanted = request.domains();
        String after = request.after() == null ? "" : request.after().text();
        List<CertificateId> ids = host.children(CertificateFiles.CERTIFICATES).stream()
                .filter(name -> name.compareTo(after) > 0)
                .flatMap(ListCertificatesAction::id)
                .filter(id -> wanted == null || wanted.covers(id.domain()))
                .limit(request.limit() + 1L)
                .toList();
        List<CertificateId> page = ids.subList(0, Math.min(ids.size(), request.limit()));
        Map<String, String> stamps = host.stamps(
                CertificateFiles.CERTIFICATES,
                page.stream().map(CertificateId::text).toList(),
                CertificateFiles.CHAIN);
        List<CertificateInfo> items = page.stream()
                .flatMap(id -> read(id, stamps.get(id.text()), host).stream())
                .toList();
        return Plan.answer(new CertificatePage(items, ids.size() > page.size() ? page.get(page.size() - 1) : null));
    }

    /** The certificate in a file, without those above it. */
    static X509Certificate own(Content file) {
        return Chains.read(new String(file.bytes(), StandardCharsets.UTF_8)).get(0);
    }

    private Optional<CertificateInfo> read(CertificateId id, @Nullable String stamp, HostView host) {
        Read before = known.get(id);
        if (before != null && before.stamp().equals(stamp)) {
            return Optional.of(before.info());
        }
        known.remove(id);
        Optional<CertificateInfo> read = host.file(CertificateFiles.chain(id)).flatMap(file -> describe(id, file));
        if (stamp != null && read.isPresent()) {
            known.put(id, new Read(stamp, read.get()));
        }
        return read;
    }

    /** Nothing for a file that somebody has spoilt: one such must not hide all the others. */
    private static Optional<CertificateInfo> describe(CertificateId id, Content file) {
        try {
            return Optional.of(Described.of(id, own(file)));
        } catch (ProblemException spoilt) {
            LOG.log(Level.WARNING, "not a certificate: " + CertificateFiles.chain(id));
            return Optional.empty();
        }
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
