package dev.npanel.ssl.letsencrypt.acme;

import dev.npanel.ssl.certificate.Chain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.connector.NetworkSettings;
import org.shredzone.acme4j.provider.GenericAcmeProvider;

/** Any authority that keeps to the standard, its server trusted by these roots alone when there are some. */
final class Directory extends GenericAcmeProvider {
    private final @Nullable Chain roots;

    Directory(@Nullable Chain roots) {
        this.roots = roots;
    }

    @Override
    public HttpClient createHttpClient(NetworkSettings settings) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.getTimeout());
        return roots == null
                ? builder.build()
                : builder.sslContext(trusting(roots)).build();
    }

    private static SSLContext trusting(Chain roots) {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate root : CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(roots.text().getBytes(StandardCharsets.US_ASCII)))) {
                store.setCertificateEntry("root-" + number++, root);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException unreadable) {
            throw new IllegalArgumentException("roots", unreadable);
        }
    }
}
