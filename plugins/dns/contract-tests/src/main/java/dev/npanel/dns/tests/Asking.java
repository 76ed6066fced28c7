package dev.npanel.dns.tests;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks a name server as resolvers do: with {@code dig} and {@code delv}. */
public final class Asking {
    private final int port;

    /** Asks the server on this port of 127.0.0.1. */
    public Asking(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    /** The contents that {@code dig +short} shows, sorted. */
    public List<String> dig(String name, String type) {
        return run(List.of("dig", "@127.0.0.1", "-p", "" + port, "+short", "+tries=1", "+time=3", name, type))
                .lines()
                .sorted()
                .toList();
    }

    /** How the server answers: its response code, and {@code aa} when it answers for the name itself. */
    public String status(String name, String type) {
        String said = run(List.of(
                "dig",
                "@127.0.0.1",
                "-p",
                "" + port,
                "+norec",
                "+noall",
                "+comments",
                "+tries=1",
                "+time=3",
                name,
                type));
        String code = said.replaceFirst("(?s).*status: ([A-Z]+),.*", "$1");
        return said.matches("(?s).*;; flags:[a-z ]* aa[ ;].*") ? code + " aa" : code;
    }

    /** The serial that is served. */
    public long serial(String zone) {
        return Long.parseLong(dig(zone, "SOA").get(0).split(" ", -1)[2]);
    }

    /** Whether {@code delv} finds the answer, or the denial, secure when the parent has these DS records. */
    public String delv(String zone, List<String> ds, String name, String type) {
        try {
            Path anchors = Files.createTempFile("anchors", ".conf");
            Files.writeString(anchors, anchors(zone, ds));
            String said = run(List.of(
                    "delv", "@127.0.0.1", "-p", "" + port, "-a", anchors.toString(), "+root=" + zone, name, type));
            Files.delete(anchors);
            return said;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String anchors(String zone, List<String> ds) {
        StringBuilder anchors = new StringBuilder("trust-anchors {\n");
        for (String each : ds) {
            String[] part = each.split(" ", 4);
            anchors.append(zone)
                    .append(" static-ds ")
                    .append(String.join(" ", part[0], part[1], part[2]))
                    .append(" \"")
                    .append(part[3])
                    .append("\";\n");
        }
        return anchors.append("};\n").toString();
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return said;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
