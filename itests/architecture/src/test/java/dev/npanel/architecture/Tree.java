package dev.npanel.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source tree that this test stands in: its modules, what they were compiled to, and their sources. */
final class Tree {
    static final Path ROOT = root();

    /** The actions of a kind where a backend has them in its own bundle. */
    private static final Pattern EMBEDDED =
            Pattern.compile(".*/plugins/[a-z]+-[a-z]+/target/classes/dev/npanel/[a-z]+/backend/.*"
                    + "|.*/plugins/[a-z]+-[a-z]+-carrier/target/classes/.*");

    /** The classes of every module, without tests and without what is embedded. */
    static final JavaClasses MAIN = importAll("target/classes/dev/npanel");

    /** The classes of every module's tests. */
    static final JavaClasses TESTS = importAll("target/test-classes/dev/npanel");

    private Tree() {}

    /** Directories with a pom.xml below the given ones, as paths from the root: {@code core/api}. */
    static List<String> modules() {
        try (Stream<Path> found =
                Stream.of("core", "plugins", "itests").map(ROOT::resolve).flatMap(Tree::walk)) {
            return found.filter(path -> path.endsWith("pom.xml"))
                    .map(path -> ROOT.relativize(path.getParent()).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Java sources, of tests or of what is shipped. */
    static List<Source> sources(String... below) {
        return modules().stream()
                .flatMap(module ->
                        Stream.of(below).map(part -> ROOT.resolve(module).resolve(part)))
                .filter(Files::isDirectory)
                .flatMap(Tree::walk)
                .filter(path -> path.toString().endsWith(".java"))
                .map(path -> new Source(ROOT.relativize(path).toString(), read(path)))
                .toList();
    }

    /** The module a class was compiled in, {@code plugins/dns/contract}; empty for what is not ours. */
    static Optional<String> module(JavaClass type) {
        return type.getSource()
                .map(source -> source.getUri().getPath())
                .filter(path -> path != null && path.startsWith(ROOT + "/") && path.contains("/target/"))
                .map(path -> path.substring(ROOT.toString().length() + 1, path.indexOf("/target/")));
    }

    static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Path> walk(Path directory) {
        try {
            List<Path> found;
            try (Stream<Path> walk = Files.walk(directory)) {
                found = walk.filter(path -> Files.isRegularFile(path)
                                && !ROOT.relativize(path).toString().matches("(.*/)?target/.*"))
                        .toList();
            }
            return found.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static JavaClasses importAll(String output) {
        List<Path> outputs = modules().stream()
                .map(module -> ROOT.resolve(module).resolve(output))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter(List.of(location -> !location.matches(EMBEDDED))).importPaths(outputs);
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("npanel"))) {
            here = here.getParent();
        }
        return here;
    }

    /** A file and its text. */
    record Source(String path, String text) {
        String module() {
            return path.substring(0, path.indexOf("/src/"));
        }

        /** The text without comments and the content of strings without escapes; line breaks stay. */
        String code() {
            return text.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "");
        }

        int lines() {
            return (int) text.lines().count();
        }
    }
}
