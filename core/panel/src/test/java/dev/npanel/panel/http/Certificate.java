package dev.npanel.panel.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate of localhost, as the package makes one, and clients that trust it. */
record Certificate(Path keystore, Path passwordFile, SSLContext trusting) {
    private static final String PASSWORD = "changeit";

    static Certificate in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path keystore = folder.resolve("panel.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int made = new ProcessBuilder((keytool + " -genkeypair -alias panel -keyalg EC -dname CN=localhost"
                                + " -ext san=dns:localhost,ip:127.0.0.1 -storetype PKCS12"
                                + " -storepass " + PASSWORD + " -keystore " + keystore)
                        .split(" "))
                .start()
                .waitFor();
        assertThat(made).isZero();
        Path password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        return new Certificate(keystore, password, trusting(keystore));
    }

    private static SSLContext trusting(Path keystore) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keystore)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("panel", keys.getCertificate("panel"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
