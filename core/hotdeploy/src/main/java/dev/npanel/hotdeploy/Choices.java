package dev.npanel.hotdeploy;

import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wanted of the plugins: a folder with a file for each that somebody has decided about; see {@link PluginChoice}. Used by
 * one thread.
 */
final class Choices {
    private static final Logger LOG = LoggerFactory.getLogger(Choices.class);
    private static final int LONGEST = 16;

    private final Path folder;
    private final Owners owners;
    private final Set<PluginName> unkept = new HashSet<>();

    Choices(Path folder, Owners owners) {
        this.folder = folder;
        this.owners = owners;
    }

    /** What a file says of the plugin, if there is one. What cannot be read, or was not written by us, disables it. */
    Optional<PluginChoice> of(PluginName name) {
        Path file = folder.resolve(name.text());
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            owners.require(file);
            return Optional.of(PluginChoice.of(read(file)));
        } catch (IOException unreadable) {
            LOG.error("{} is disabled, as its file cannot be read", name, unreadable);
            return Optional.of(PluginChoice.DISABLED);
        }
    }

    private static String read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is no file itself: " + file);
        }
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // until it is full or the file ends
            }
        }
        return StandardCharsets.UTF_8.decode(bytes.flip()).toString();
    }

    /**
     * Writes down what was decided, so that it is decided the same way after a restart; safe on the disk when it returns. Only the
     * process whose folder this is does so, and does not try again what it could not: trying alone makes the folder change.
     */
    void keep(PluginName name, PluginChoice choice) {
        if (unkept.contains(name) || !Files.isWritable(folder)) {
            return;
        }
        Path beside = folder.resolve("." + name + ".new");
        try {
            Files.deleteIfExists(beside);
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(choice.content().getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
            Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-r--r--"));
            Files.move(beside, folder.resolve(name.text()), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException unwritable) {
            unkept.add(name);
            LOG.error("it could not be kept that {} is to be {}", name, choice, unwritable);
        }
    }
}
