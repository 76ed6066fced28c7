package dev.npanel.web.nginx.site;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.record.RecordCodec;
import dev.npanel.host.step.Content;
import dev.npanel.web.nginx.config.ConfigWriter;
import dev.npanel.web.nginx.config.Directive;
import dev.npanel.web.vhost.Vhost;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The file of a virtual host: in its head the model, in one line, and below it what nginx is told, made from the model alone. So there
 * is one truth and one step that changes it. That somebody has changed it by hand is seen by the checksum in a line of the head, also
 * when a later nPanel would write it otherwise.
 */
public final class VhostFile {
    private static final String HEAD =
            "# Made by nPanel. What is changed by hand is reported, and gone with the next change.\n";
    private static final String MODEL = "# vhost ";
    private static final String SUM = "# sum ";

    private final RecordCodec codec;
    private final boolean ipv6;

    public VhostFile(RecordCodec codec) {
        this(codec, true);
    }

    /** @param ipv6 whether the host has IPv6: without it nginx refuses to listen on any of its addresses */
    public VhostFile(RecordCodec codec, boolean ipv6) {
        this.codec = codec;
        this.ipv6 = ipv6;
    }

    /** The whole file. */
    public Content write(Vhost vhost) {
        List<Directive> servers = ipv6
                ? Servers.of(vhost)
                : Servers.of(vhost).stream().map(VhostFile::withoutIpv6).toList();
        String head = HEAD + MODEL + codec.write(vhost) + "\n";
        String body = ConfigWriter.write(servers);
        return Content.of(head + SUM + sum(head + body) + "\n" + body);
    }

    /** The model; empty when there is none, or none that can be read. */
    public Optional<Vhost> read(Content file) {
        return text(file)
                .lines()
                .filter(line -> line.startsWith(MODEL))
                .findFirst()
                .flatMap(line -> model(line.substring(MODEL.length())));
    }

    /** Whether the file is as nPanel has written it. */
    public static boolean isIntact(Content file) {
        String text = text(file);
        int start = text.indexOf("\n" + SUM) + 1;
        int end = text.indexOf('\n', start);
        return start > 0
                && end > 0
                && text.substring(start + SUM.length(), end)
                        .equals(sum(text.substring(0, start) + text.substring(end + 1)));
    }

    private static Directive withoutIpv6(Directive server) {
        return server.with(Objects.requireNonNull(server.block()).stream()
                .filter(each -> !each.name().equals("listen")
                        || !each.arguments().get(0).startsWith("["))
                .toList());
    }

    private Optional<Vhost> model(String text) {
        try {
            return Optional.of(codec.read(text, Vhost.class));
        } catch (ProblemException changedByHand) {
            return Optional.empty();
        }
    }

    private static String text(Content file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }

    private static String sum(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
