package dev.npanel.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.maven;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.features;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.keepRuntimeFolder;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.ops4j.pax.exam.Option;

/** The Karaf that everybody can download, with features of ours on top. */
final class StockKaraf {
    private static final String CUSTOM = "etc/custom.properties";
    static final String PASSWORD = "only-for-this-test";

    private StockKaraf() {}

    static Option[] with(String... features) {
        Path place = place();
        return new Option[] {
            karafDistributionConfiguration()
                    .frameworkUrl(maven("org.apache.karaf", "apache-karaf")
                            .type("tar.gz")
                            .version(System.getProperty("karaf.version")))
                    .karafVersion(System.getProperty("karaf.version"))
                    .unpackDirectory(new File(System.getProperty("exam.directory")))
                    .useDeployFolder(false),
            keepRuntimeFolder(),
            configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
            composite(settings(place).entrySet().stream()
                    .map(each -> editConfigurationFilePut(CUSTOM, each.getKey(), each.getValue()))
                    .toArray(Option[]::new)),
            editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.repositories", ""),
            editConfigurationFilePut(
                    "etc/org.ops4j.pax.url.mvn.cfg",
                    "org.ops4j.pax.url.mvn.localRepository",
                    System.getProperty("org.ops4j.pax.url.mvn.localRepository")),
            features(
                    maven("dev.npanel", "npanel-features")
                            .version(System.getProperty("project.version"))
                            .classifier("features")
                            .type("xml"),
                    features)
        };
    }

    private static Map<String, String> settings(Path place) {
        return Map.of(
                "npanel.http.port", String.valueOf(freePort()),
                "npanel.http.host", "127.0.0.1",
                "npanel.state", place.resolve("state").toString(),
                "npanel.socket", place.resolve("agent.sock").toString(),
                "npanel.plugins", place.resolve("plugins").toString(),
                "npanel.plugins.choices", place.resolve("choices").toString(),
                "npanel.tls.keystore", place.resolve("panel.p12").toString(),
                "npanel.tls.password.file", place.resolve("password").toString());
    }

    private static int freePort() {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** A directory with what an installation makes: a key store, and folders. */
    private static Path place() {
        try {
            Path place = Files.createTempDirectory("npanel-karaf");
            Files.createDirectories(place.resolve("state"));
            Files.createDirectories(place.resolve("plugins"));
            Files.createDirectories(place.resolve("choices"));
            Files.writeString(place.resolve("password"), PASSWORD);
            Process keytool = new ProcessBuilder(Arrays.asList(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "panel",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost,ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            place.resolve("panel.p12").toString(),
                            "-storepass:file",
                            place.resolve("password").toString()))
                    .inheritIO()
                    .start();
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException("keytool failed");
            }
            return place;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
