package dev.npanel.itests.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A disk with these packages installed, from which a fresh host boots in seconds. Named by its Debian and what is in the packages. */
record Layer(String name, Path packages) {
    private static final String PREFIX = "ci-";
    private static final int DIGITS = 12;

    static Layer of(Path packages) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            String suite = Objects.requireNonNullElse(System.getenv("NPANEL_TESTHOST_SUITE"), "bookworm");
            sum.update(suite.getBytes(StandardCharsets.UTF_8));
            for (Path each : list(packages)) {
                sum.update(Files.readAllBytes(each));
            }
            return new Layer(PREFIX + HexFormat.of().formatHex(sum.digest()).substring(0, DIGITS), packages);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("build the packages first: packaging/build-debs", unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Stream<Path> files() {
        return list(packages).stream();
    }

    boolean exists() {
        return Files.isDirectory(Path.of(
                Objects.requireNonNullElse(System.getenv("NPANEL_TESTHOST_DIR"), "/var/tmp/npanel-testhost"),
                "layers",
                name));
    }

    boolean isOn(Host host) {
        return host.isUp() && host.exec("cat", "/root/layer").output().strip().equals(name);
    }

    private static List<Path> list(Path packages) {
        try (Stream<Path> found = Files.list(packages)) {
            return found.filter(path -> path.toString().endsWith(".deb"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("build the packages first: packaging/build-debs", unreadable);
        }
    }
}
