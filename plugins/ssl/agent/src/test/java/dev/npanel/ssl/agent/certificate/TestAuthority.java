package dev.npanel.ssl.agent.certificate;

import dev.npanel.ssl.certificate.Chain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority of one root, kept by openssl in a directory: another implementation than that under test. */
final class TestAuthority {
    private final Path directory;

    TestAuthority(Path directory) {
        this.directory = directory;
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "ca.key",
                "-out",
                "ca.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Test Root <script>",
                "-addext",
                "basicConstraints=critical,CA:true");
    }

    String root() {
        return read("ca.pem");
    }

    /** The certificate and the root, for a request, with the names that the request has. */
    Chain sign(String csr, int days) {
        write("request.csr", csr);
        openssl(
                "x509",
                "-req",
                "-in",
                "request.csr",
                "-CA",
                "ca.pem",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-copy_extensions",
                "copy",
                "-days",
                String.valueOf(days),
                "-sha256",
                "-out",
                "signed.pem");
        return new Chain(read("signed.pem") + root());
    }

    /** A key that was made elsewhere, as base64 of its DER, and its request. */
    String[] key(String algorithm, String option, String names) {
        openssl(
                "req",
                "-new",
                "-newkey",
                algorithm,
                "-pkeyopt",
                option,
                "-nodes",
                "-keyout",
                "other.key",
                "-out",
                "other.csr",
                "-subj",
                "/CN=x",
                "-addext",
                "subjectAltName=" + names);
        String base64 = read("other.key").replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return new String[] {base64, read("other.csr")};
    }

    String openssl(String... arguments) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
