package dev.npanel.panel.registry;

import dev.npanel.api.value.DomainName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Public Suffix List as the Debian package {@code publicsuffix} has it: below {@code co.uk} everybody may register, so no
 * account is to own it and with it all names below. Read from the file each time, which is rare, rather than kept in memory.
 */
final class PublicSuffixes {
    private static final Logger LOG = LoggerFactory.getLogger(PublicSuffixes.class);

    private final Path list;

    PublicSuffixes(Path list) {
        this.list = list;
    }

    /** Whether the list has the name as a suffix; false when there is no list. */
    boolean contains(DomainName name) {
        String parent = name.text().substring(name.text().indexOf('.') + 1);
        Set<String> sought = new HashSet<>(List.of(name.text(), name.unicode(), "*." + parent, "!" + name.text()));
        if (!Files.exists(list)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(list, StandardCharsets.UTF_8)) {
            Set<String> rules =
                    lines.map(String::strip).filter(sought::contains).collect(Collectors.toSet());
            return !rules.isEmpty() && !rules.contains("!" + name.text());
        } catch (IOException | UncheckedIOException failed) {
            LOG.warn("the list of public suffixes cannot be read: {}", failed.getMessage());
            return false;
        }
    }
}
