package dev.npanel.dns.bind.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.zone.ZoneType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a zone: its file and journal, which named writes; its keys and our notes, which we write. Files get the group of
 * the directory that holds the folders, which is named's. They are replaced by renaming, so that links are never followed.
 */
public final class ZoneFolder {
    private static final String NOTES = "npanel.json";
    private static final String FILE = "zone.db";
    private static final String SHARED_DIRECTORY = "rwxrwx---";
    private static final String SHARED = "rw-rw----";
    private static final String READABLE = "rw-r-----";
    private static final int HEAD = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folders;
    private final Path folder;

    /**
     * @param folders the directory of all folders
     * @param zone the zone's name
     */
    ZoneFolder(Path folders, String zone) {
        this.folders = folders;
        this.folder = folders.resolve(zone);
    }

    /** Where it is. */
    public Path path() {
        return folder;
    }

    Path file() {
        return folder.resolve(FILE);
    }

    boolean exists() {
        return Files.isRegularFile(folder.resolve(NOTES), LinkOption.NOFOLLOW_LINKS);
    }

    void create() throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException there) {
            // what was cut off has left it
        }
        share(folder, SHARED_DIRECTORY);
    }

    /** The notes, or empty when this is no zone of ours. */
    Optional<ZoneNotes> notes() {
        try {
            JsonNode node = JSON.readTree(Files.readAllBytes(folder.resolve(NOTES)));
            Map<String, Map<String, String>> tags = new TreeMap<>();
            node.path("tags").properties().forEach(place -> {
                Map<String, String> kept = new HashMap<>();
                place.getValue()
                        .properties()
                        .forEach(tag -> kept.put(tag.getKey(), tag.getValue().asText()));
                tags.put(place.getKey(), kept);
            });
            Optional<String> roll = Optional.of(node.path("roll").asText()).filter(text -> !text.isEmpty());
            return Optional.of(new ZoneNotes(ZoneType.valueOf(node.path("type").asText()), roll, tags));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException unreadable) {
            throw Away.because(unreadable);
        }
    }

    void write(ZoneNotes notes) throws IOException {
        ObjectNode node = JSON.createObjectNode().put("type", notes.type().name());
        notes.roll().ifPresent(roll -> node.put("roll", roll));
        ObjectNode tags = node.putObject("tags");
        notes.tags().forEach((place, kept) -> kept.forEach(tags.withObjectProperty(place)::put));
        write(NOTES, JSON.writeValueAsBytes(node), READABLE);
    }

    /** Whether the zone's file has this serial, in our words or named's. */
    boolean holds(long serial) {
        Pattern soa = Pattern.compile("\\sSOA\\s+\\S+\\s+\\S+\\s+\\(?\\s*" + serial + "\\s");
        try (InputStream in = Files.newInputStream(file(), LinkOption.NOFOLLOW_LINKS)) {
            return soa.matcher(new String(in.readNBytes(HEAD), StandardCharsets.US_ASCII))
                    .find();
        } catch (IOException unreadable) {
            throw Away.because(unreadable);
        }
    }

    void writeZone(String text) throws IOException {
        write(FILE, text.getBytes(StandardCharsets.US_ASCII), SHARED);
    }

    /** Replaces a file that named reads. */
    public void write(String name, byte[] content) throws IOException {
        write(name, content, READABLE);
    }

    /** The names of the files in it. */
    public List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }

    /** Takes a file away. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /** Takes the folder away, the notes first: without them it counts as gone. */
    void delete() throws IOException {
        delete(NOTES);
        for (String name : names()) {
            delete(name);
        }
        Files.deleteIfExists(folder);
    }

    private void write(String name, byte[] content, String mode) throws IOException {
        Path fresh = Files.createTempFile(folder, "." + name, ".new");
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                share(fresh, mode);
                out.force(true);
            }
            Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (FileChannel directory = FileChannel.open(folder)) {
            directory.force(true);
        }
    }

    private void share(Path path, String mode) throws IOException {
        PosixFileAttributeView parent = view(folders);
        PosixFileAttributeView own = view(path);
        own.setGroup(parent.readAttributes().group());
        own.setPermissions(PosixFilePermissions.fromString(mode));
    }

    private static PosixFileAttributeView view(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }
}
