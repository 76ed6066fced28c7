package dev.npanel.itests.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.resolve.Copyright.Stanza;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** Whatever of others is in the packages is in the list of licences, with the licence that it says it has. */
class CarriedLibrariesIT {
    /** Jars that say it in a class of theirs, LICENSE, and not in their manifest. */
    private static final Pattern SILENT = Pattern.compile("/bc(prov|util|pkix)-jdk18on-[^/]*\\.jar$");

    private static final Path NOTICE = Path.of("../../NOTICE");
    /** What a jar says of itself when it has the licence that our list begins with. */
    private static final Map<String, String> SAID =
            Map.of("Apache-2.0", "apache", "EPL-2.0", "epl-2.0", "Expat", "mit", "BSD-3-clause", "bsd-3");

    @Test
    void everythingIsListedOnce() throws IOException {
        Copyright copyright = Copyright.read();
        assertThat(carried())
                .hasSizeGreaterThan(50)
                .allSatisfy(name -> assertThat(copyright.covering(name)).hasSize(1));
    }

    @Test
    void nothingIsListedThatIsNotThere() throws IOException {
        List<String> carried = carried();
        assertThat(Copyright.read().stanzas())
                .allSatisfy(stanza -> assertThat(stanza.patterns())
                        .allSatisfy(pattern -> assertThat(carried).anyMatch(name -> Stanza.covers(pattern, name))));
    }

    @Test
    void everyLibraryHasTheLicenceThatItSays() throws IOException {
        Copyright copyright = Copyright.read();
        for (Path jar : Shipped.jars()) {
            if (!isOurs(jar) && !SILENT.matcher(jar.toString()).find()) {
                String licence =
                        copyright.covering(jar.toString()).get(0).licence().split(" ", 2)[0];
                assertThat(said(jar)).as(jar.toString()).contains(SAID.get(licence));
            }
        }
    }

    @Test
    void noneIsUnderTheGplAlone() throws IOException {
        assertThat(Copyright.read().stanzas())
                .noneMatch(stanza -> stanza.licence().matches(".*\\b[AL]?GPL\\b.*"));
    }

    @Test
    void everyLibraryIsInTheNotice() throws IOException {
        List<String> lines = Files.readString(NOTICE).lines().map(String::strip).toList();
        assertThat(Copyright.read().stanzas())
                .allSatisfy(stanza -> assertThat(lines).contains(stanza.library()));
    }

    /** Jars of others, and what of others is inside our own. */
    private static List<String> carried() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path jar : Shipped.jars()) {
            if (isOurs(jar)) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    Stream<String> inside =
                            file.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName);
                    inside.filter(name -> !name.startsWith("dev/npanel/")
                                    && !name.startsWith("META-INF/")
                                    && !name.startsWith("OSGI-INF/")
                                    && (name.endsWith(".class") || name.endsWith(".so")))
                            .forEach(name -> names.add(jar + "!/" + name));
                }
            } else {
                names.add(jar.toString());
            }
        }
        return names;
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("npanel");
    }

    private static String said(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return String.valueOf(file.getManifest().getMainAttributes().getValue("Bundle-License"))
                    .toLowerCase(Locale.ROOT);
        }
    }
}
