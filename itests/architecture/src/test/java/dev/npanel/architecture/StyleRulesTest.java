package dev.npanel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style that can be counted. */
class StyleRulesTest {
    private static final int LONGEST = 300;
    private static final int MEDIAN = 80;
    private static final int NINE_OF_TEN = 200;
    private static final int LONG_METHOD = 20;
    private static final int LONGEST_METHOD = 45;
    private static final int LONGEST_TEST_METHOD = 90;
    private static final int MOST_OF_A_PACKAGE = 20;
    private static final Set<String> EMPTY_WORDS =
            Set.of("util", "utils", "common", "helper", "helpers", "impl", "dto", "misc");
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*Manager|.*Helper|.*Utils?|.*Impl|Abstract[A-Z].*|I[A-Z][a-z].*");
    private static final Pattern KINDS = Pattern.compile(
            "(?i)\\b(dns|pdns|powerdns|bind9|exim|dovecot|nginx|mariadb|letsencrypt|firewalld|grafana)\\b");

    private static final Pattern EXAMPLE = Pattern.compile("such as [^\"]*\"");

    @Test
    void noFileIsLong() {
        assertThat(Tree.sources("src/main/java", "src/test/java").stream()
                        .filter(source -> source.lines() > LONGEST)
                        .map(Tree.Source::path))
                .isEmpty();
    }

    @Test
    void mostFilesAreShort() {
        List<Integer> lines = Tree.sources("src/main/java").stream()
                .map(Tree.Source::lines)
                .sorted()
                .toList();
        assertThat(lines.get(lines.size() / 2)).isLessThanOrEqualTo(MEDIAN);
        assertThat(lines.get(lines.size() * 9 / 10)).isLessThanOrEqualTo(NINE_OF_TEN);
    }

    @Test
    void mostMethodsAreShort() {
        List<Integer> lines = Methods.of(Tree.sources("src/main/java")).stream()
                .map(Methods.Method::lines)
                .sorted()
                .toList();
        assertThat(lines.get(lines.size() * 9 / 10)).isLessThanOrEqualTo(LONG_METHOD);
    }

    @Test
    void noMethodIsLong() {
        assertThat(longer("src/main/java", LONGEST_METHOD)).isEmpty();
        assertThat(longer("src/test/java", LONGEST_TEST_METHOD)).isEmpty();
    }

    @Test
    void packagesAreNamedForWhatTheyAreAbout() {
        assertThat(packages().stream()
                        .filter(name -> Stream.of(name.split("\\.", -1)).anyMatch(EMPTY_WORDS::contains)))
                .isEmpty();
    }

    @Test
    void packagesAreNotCrowded() {
        assertThat(Tree.sources("src/main/java").stream()
                        .filter(source -> !source.path().endsWith("package-info.java"))
                        .collect(Collectors.groupingBy(
                                source ->
                                        source.path().substring(0, source.path().lastIndexOf('/')),
                                Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(each -> each.getValue() > MOST_OF_A_PACKAGE))
                .isEmpty();
    }

    @Test
    void classesAreNamedForWhatTheyAre() {
        assertThat(Tree.MAIN.stream()
                        .map(JavaClass::getSimpleName)
                        .filter(name -> EMPTY_NAME.matcher(name).matches()))
                .isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsAndThatNothingIsNull() {
        assertThat(Tree.sources("src/main/java").stream()
                        .map(source -> Path.of(source.path()).getParent())
                        .distinct()
                        .map(directory -> Tree.ROOT.resolve(directory).resolve("package-info.java"))
                        .filter(info -> !Files.exists(info)
                                || !Tree.read(info).contains("@NullMarked")
                                || !Tree.read(info).contains("/**")))
                .isEmpty();
    }

    @Test
    void whatIsExportedIsExplained() {
        Pattern declaration = Pattern.compile("(?m)^public .*\\b(class|record|interface|enum|@interface)\\b");
        assertThat(Tree.sources("src/main/java").stream()
                        .filter(source -> exported(source)
                                && declaration.matcher(source.text()).find())
                        .filter(source -> !source.text().contains("\n/**"))
                        .map(Tree.Source::path))
                .isEmpty();
    }

    @Test
    void coreNamesNoKind() {
        assertThat(Tree.sources("src/main/java").stream()
                        .filter(source -> source.module().startsWith("core/")
                                && !source.module().equals("core/testkit")
                                // names of Unix users that nobody gets: of whatever Debian packages
                                && !source.path().endsWith("/ReservedNames.java"))
                        .filter(source -> KINDS.matcher(
                                        EXAMPLE.matcher(source.code()).replaceAll(""))
                                .find())
                        .map(Tree.Source::path))
                .isEmpty();
    }

    @Test
    void bundlesAskForNothingUnusual() {
        assertThat(Tree.modules().stream()
                        .map(module -> Tree.ROOT.resolve(module).resolve("bnd.bnd"))
                        .filter(Files::exists)
                        .filter(file -> Tree.read(file).contains("DynamicImport-Package")
                                || Tree.read(file).contains("Bundle-Activator")))
                .isEmpty();
    }

    @Test
    void nobodySignsFiles() {
        assertThat(Tree.sources("src/main/java", "src/test/java").stream()
                        .filter(source -> source.text().contains("@author" + " "))
                        .map(Tree.Source::path))
                .isEmpty();
    }

    private static List<Methods.Method> longer(String below, int than) {
        return Methods.of(Tree.sources(below)).stream()
                .filter(method -> method.lines() > than)
                .toList();
    }

    private static boolean exported(Tree.Source source) {
        Path info = Tree.ROOT.resolve(source.path()).getParent().resolve("package-info.java");
        return Files.exists(info) && Tree.read(info).contains("@Export");
    }

    private static Set<String> packages() {
        return Tree.MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }
}
