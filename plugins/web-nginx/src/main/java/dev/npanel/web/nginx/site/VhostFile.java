package dev.npanel.web.nginx.site;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.host.record.RecordCodec;
import dev.npanel.host.step.Content;
import dev.npanel.web.nginx.config.ConfigWriter;
import dev.npanel.web.vhost.Vhost;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The file of a virtual host: in its head the model, in one line, and below it what nginx is told, made from the model alone. So there
 * is one truth and one step that changes it, and that somebody has changed it by hand can be seen.
 */
public final class VhostFile {
    private static final String HEAD =
            "# Made by nPanel. What is changed by hand is reported, and gone with the next change.\n";
    private static final String MODEL = "# vhost ";

    private final RecordCodec codec;

    public VhostFile(RecordCodec codec) {
        this.codec = codec;
    }

    /** The whole file. */
    public Content write(Vhost vhost) {
        return Content.of(HEAD + MODEL + codec.write(vhost) + "\n" + ConfigWriter.write(Servers.of(vhost)));
    }

    /** The model; empty when there is none, or none that can be read. */
    public Optional<Vhost> read(Content file) {
        return new String(file.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(MODEL))
                .findFirst()
                .flatMap(line -> model(line.substring(MODEL.length())));
    }

    private Optional<Vhost> model(String text) {
        try {
            return Optional.of(codec.read(text, Vhost.class));
        } catch (ProblemException changedByHand) {
            return Optional.empty();
        }
    }
}
