package dev.npanel.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What nobody's code does. ADVISORIES 5, 9, 36, 44, 50 and 60 are what happened where it was done. */
class SafetyRulesTest {
    private static final Pattern SHELL = Pattern.compile("\"(/usr)?(/bin/)?(sh|bash|dash|zsh|env|eval)\"");
    private static final Set<String> MUTABLE = Set.of(
            "java.util.concurrent.ConcurrentHashMap",
            "java.util.HashMap",
            "java.util.ArrayList",
            "java.util.HashSet",
            "java.util.LinkedHashMap",
            "java.util.concurrent.atomic.AtomicInteger",
            "java.util.concurrent.atomic.AtomicLong",
            "java.util.concurrent.atomic.AtomicReference",
            "java.util.concurrent.atomic.AtomicBoolean",
            "java.util.concurrent.CopyOnWriteArrayList",
            "java.lang.ThreadLocal");

    @Test
    void nobodySleeps() {
        Predicate<JavaAccess<?>> sleep = access -> access.getName().equals("sleep")
                && Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit")
                        .contains(access.getTargetOwner().getName());
        assertThat(accesses(Tree.MAIN, sleep)).isEmpty();
        assertThat(accesses(Tree.TESTS, sleep)).isEmpty();
    }

    @Test
    void thereIsNoShell() {
        assertThat(accesses(
                        Tree.MAIN,
                        access -> access.getName().equals("exec")
                                && access.getTargetOwner().getName().equals("java.lang.Runtime")))
                .isEmpty();
        assertThat(Tree.sources("src/main/java").stream()
                        .filter(source -> SHELL.matcher(source.code()).find()))
                .isEmpty();
    }

    @Test
    void oneClassStartsPrograms() {
        assertThat(Tree.MAIN.stream()
                        .filter(type -> !inTests(type))
                        .filter(type -> type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(
                                        each -> each.getTargetClass().getName().equals("java.lang.ProcessBuilder")))
                        .map(JavaClass::getName))
                .allMatch(name -> name.startsWith("dev.npanel.agent."))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void nothingIsLoadedByAName() {
        assertThat(accesses(
                        Tree.MAIN,
                        access -> Set.of("forName", "loadClass").contains(access.getName())
                                && Set.of("java.lang.Class", "java.lang.ClassLoader")
                                        .contains(access.getTargetOwner().getName())))
                .isEmpty();
        assertThat(accesses(
                        Tree.MAIN, access -> access.getTargetOwner().getName().equals("java.io.ObjectInputStream")))
                .isEmpty();
    }

    @Test
    void bundlesDoNotPrint() {
        Predicate<JavaAccess<?>> console =
                access -> access.getTargetOwner().getName().equals("java.lang.System")
                        && Set.of("out", "err").contains(access.getName());
        assertThat(accesses(Tree.MAIN, console.or(access -> access.getName().equals("printStackTrace"))))
                // the second is a program of its own, outside of any framework
                .allMatch(where -> where.startsWith("dev.npanel.launcher.")
                        || where.startsWith("dev.npanel.agent.audit.AuditCommand "));
    }

    @Test
    void thereIsNoStaticState() {
        assertThat(Tree.MAIN.stream()
                        .filter(type -> !inTests(type))
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.getModifiers().contains(STATIC)
                                && !field.getModifiers().contains(SYNTHETIC))
                        .filter(field -> !field.getModifiers().contains(FINAL)
                                || MUTABLE.contains(field.getRawType().getName()))
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    @Test
    void componentsGetWhatTheyNeedThroughTheirConstructor() {
        assertThat(Tree.MAIN.stream()
                        .filter(type -> type.isAnnotatedWith("org.osgi.service.component.annotations.Component"))
                        .flatMap(type -> type.getFields().stream())
                        .filter(field -> field.isAnnotatedWith("org.osgi.service.component.annotations.Reference"))
                        .map(JavaField::getFullName))
                .isEmpty();
    }

    @Test
    void failuresAreCaughtByTypeButAtTheEdges() {
        Pattern broad = Pattern.compile("catch \\((final )?(Exception|Throwable)\\b");
        List<String> places = Tree.sources("src/main/java").stream()
                .filter(source -> !source.module().startsWith("itests/")
                        && broad.matcher(source.code()).find())
                .map(Tree.Source::path)
                .toList();
        assertThat(places)
                .allMatch(path -> path.startsWith("core/channel/src/main/java/dev/npanel/channel/server/")
                        || path.startsWith("core/agent/src/main/java/dev/npanel/agent/")
                        || path.startsWith("core/panel/src/main/java/dev/npanel/panel/"))
                .hasSizeLessThanOrEqualTo(2);
    }

    /** What only tests run: it kills processes, runs dig and prints. None of it is installed. */
    private static boolean inTests(JavaClass type) {
        String module = Tree.module(type).orElse("");
        return module.startsWith("itests/")
                || module.equals("core/testkit")
                || (module.startsWith("plugins/") && module.endsWith("-tests"));
    }

    private static List<String> accesses(JavaClasses classes, Predicate<JavaAccess<?>> wanted) {
        Stream<JavaAccess<?>> all = classes.stream()
                .filter(type -> !inTests(type) || classes.equals(Tree.TESTS))
                .flatMap(type -> type.getAccessesFromSelf().stream());
        return all.filter(wanted)
                .map(access -> access.getOriginOwner().getName() + " " + access.getSourceCodeLocation())
                .toList();
    }
}
