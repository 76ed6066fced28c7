package dev.npanel.web.nginx.server;

import dev.npanel.ssl.certificate.CertificateId;
import dev.npanel.ssl.use.CertificateFiles;
import dev.npanel.ssl.use.CertificateUse;
import dev.npanel.web.nginx.site.Places;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** nginx serves the certificates that the files of virtual hosts name. Thread-safe. */
@Component(service = CertificateUse.class)
public final class NginxCertificates implements CertificateUse {
    private final Path sites;

    @Activate
    public NginxCertificates() {
        this(Path.of(Places.sites().text()));
    }

    NginxCertificates(Path sites) {
        this.sites = sites;
    }

    @Override
    public String unit() {
        return NginxReloading.UNIT;
    }

    @Override
    public boolean uses(CertificateId id) {
        String directive = "ssl_certificate " + CertificateFiles.chain(id) + ";";
        try (DirectoryStream<Path> files = Files.newDirectoryStream(sites, "*.conf")) {
            for (Path file : files) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(directive)) {
                    return true;
                }
            }
            return false;
        } catch (NoSuchFileException noSites) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
