package dev.npanel.ssl.letsencrypt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.problem.Problem;
import dev.npanel.panel.job.JobResult;
import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.certificate.CertificateInfo;
import dev.npanel.ssl.panel.issue.Issue;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.ssl.use.CertificateUse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Done is what those who ask for a site see. */
@Tag("S1")
@Tag("S2")
class ServedTest extends IssueTrial {
    private static final CertificateUse WEB = new CertificateUse() {
        @Override
        public String unit() {
            return "nginx.service";
        }

        @Override
        public boolean uses(CertificateId id) {
            return true;
        }
    };

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Issue wish = issue("example.com");
    private volatile SSLContext served;
    private ServerSocket site;

    @AfterEach
    void end() throws IOException {
        threads.shutdownNow();
        if (site != null) {
            site.close();
        }
    }

    @Test
    void doneWhenItIsServedAndNotBefore() throws Exception {
        assertThat(done(wish).progress()).contains("nothing serves it yet");
        serve();
        agent.uses.addUse(WEB);
        agent.reload = this::load;
        CertificateInfo first = read(wish.id());
        assertThat(done(wish).progress()).contains("served by nginx.service");
        assertThat(read(wish.id()).fingerprint()).isNotEqualTo(first.fingerprint());
        // a daemon that goes on with the old one
        agent.reload = () -> {};
        CertificateInfo second = read(wish.id());
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            run(wish);
            return !read(wish.id()).equals(second);
        });
        assertThat(run(wish)).isInstanceOf(JobResult.Again.class);
        ahead = Duration.ofMinutes(1);
        Problem refused = refusal(wish);
        assertThat(refused.code()).isEqualTo("ssl.certificate.not-served");
        assertThat(refused.message()).contains("installed but not served", "nginx.service");
        assertThat(renewals.all().get(0).failure()).isEqualTo(refused.message());
        assertThat(documents.toString()).doesNotContain("ssl.order");
    }

    @Test
    void keysAreInNothingThatIsSaidOrWritten() throws Exception {
        StringBuilder log = new StringBuilder();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                log.append(entry.getMessage()).append('\n');
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger.getLogger("").addHandler(handler);
        try {
            agent.uses.addUse(WEB);
            issueUnserved();
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        String key = Files.readString(agent.host.real(CertificateFiles.key(wish.id())));
        // the middle of the key itself, however its lines are broken
        String secret = key.replaceAll("-----[A-Z ]+-----|\\s", "").substring(48, 88);
        String everything = String.join("\n", documents.toString(), agent.written(), log, proxy.said.toString());
        assertThat(everything).contains("ssl.certificate.install", "finalize");
        assertThat(everything.replaceAll("\\\\n|\\s", "")).doesNotContain(secret, "PRIVATEKEY");
    }

    private void issueUnserved() {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            run(wish);
            return Files.exists(agent.host.real(CertificateFiles.key(wish.id())));
        });
        ahead = Duration.ofMinutes(1);
        assertThat(refusal(wish).code()).isEqualTo("ssl.certificate.not-served");
    }

    private void serve() throws Exception {
        load();
        site = new ServerSocket(https, 10, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try {
                while (!threads.isShutdown()) {
                    answer(site.accept());
                }
            } catch (IOException closed) {
                threads.shutdown();
            }
        });
    }

    private void answer(Socket client) {
        try (SSLSocket socket =
                (SSLSocket) served.getSocketFactory().createSocket(client, null, client.getPort(), true)) {
            socket.setUseClientMode(false);
            socket.startHandshake();
            socket.getInputStream().read();
        } catch (IOException gone) {
            assertThat(gone).isNotNull();
        }
    }

    /** As a daemon that is reloaded. */
    private void load() {
        try {
            String key = Files.readString(agent.host.real(CertificateFiles.key(wish.id())))
                    .replaceAll("-----[A-Z ]+-----|\\s", "");
            Certificate[] chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(
                            Files.readAllBytes(agent.host.real(CertificateFiles.chain(wish.id())))))
                    .toArray(Certificate[]::new);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            store.setKeyEntry(
                    "site",
                    KeyFactory.getInstance("EC")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(key))),
                    new char[0],
                    chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, new char[0]);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            served = context;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
