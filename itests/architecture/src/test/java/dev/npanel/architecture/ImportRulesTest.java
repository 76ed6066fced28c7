package dev.npanel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may import whom. Nothing of ours may be imported that is not listed. */
class ImportRulesTest {
    private static final String CONTRACT = "plugins/[a-z]+/contract";
    private static final String KIND_PANEL = "plugins/[a-z]+/panel";
    /** What every backend of a kind has in its own bundle. */
    private static final String ACTIONS = "plugins/[a-z]+/backend";

    private static final String BACKEND = "plugins/[a-z]+-[a-z]+|plugins/[a-z]+-[a-z]+-carrier|plugins/[a-z]+/agent";

    /** Modules, and the modules they may see, as patterns. */
    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("core/(api|launcher)", "nothing"),
            Map.entry("core/(channel|host|hotdeploy)", "core/api"),
            Map.entry("core/agent", "core/(host|channel|api)"),
            Map.entry("core/panel", "core/(channel|api)"),
            Map.entry("core/testkit", "core/(host|agent|channel|api)"),
            // a site names the certificate that it is served with
            Map.entry("plugins/web/contract", "core/api|plugins/ssl/contract"),
            Map.entry("plugins/(?!web/)[a-z]+/contract", "core/api"),
            Map.entry(ACTIONS, "core/(host|api)|" + CONTRACT),
            Map.entry(CONTRACT + "-tests", "core/(api|channel|host)|" + CONTRACT + "|" + ACTIONS),
            // one of the two servers between which zones are carried is PowerDNS
            Map.entry(
                    "plugins/dns/carry-tests",
                    "core/(api|host|testkit)|" + CONTRACT + "|" + CONTRACT + "-tests|" + ACTIONS
                            + "|plugins/dns-powerdns"),
            Map.entry(BACKEND, "core/(host|api)|" + CONTRACT + "|" + ACTIONS),
            Map.entry(KIND_PANEL, "core/(panel|api)|" + CONTRACT),
            // talks to the world, and so is no backend of the agent's
            Map.entry("plugins/ssl-letsencrypt", "core/(panel|api)|" + CONTRACT));

    /** What an unprivileged web server is made of, and root never is. */
    private static final Set<String> WEB = Set.of(
            "jakarta.",
            "javax.servlet.",
            "org.glassfish.",
            "org.eclipse.jetty.",
            "com.sun.net.httpserver.",
            "org.osgi.service.http");

    @Test
    void modulesSeeOnlyWhatTheyMay() {
        assertThat(violations(module -> true, (own, other) -> {
                    String allowed = allowed(own);
                    return other.isEmpty() || other.equals(own) || other.matches(allowed);
                }))
                .isEmpty();
    }

    @Test
    void everyModuleHasARule() {
        assertThat(Tree.modules().stream().filter(module -> !module.startsWith("itests/")))
                .allMatch(module -> MODULES.keySet().stream().anyMatch(module::matches));
    }

    @Test
    void theVocabularyIsPlainJava() {
        assertThat(foreign(
                        "core/(api|host)",
                        name -> !name.startsWith("java.")
                                && !name.startsWith("org.jspecify.")
                                && !name.startsWith("org.osgi.annotation.")))
                .isEmpty();
    }

    @Test
    void rootHasNoWebStack() {
        assertThat(foreign(agentSide(), name -> WEB.stream().anyMatch(name::startsWith)))
                .isEmpty();
    }

    @Test
    void rootListensOnNothingButItsSocket() {
        Set<String> listening = Set.of(
                "java.net.ServerSocket",
                "java.nio.channels.ServerSocketChannel",
                "java.nio.channels.AsynchronousServerSocketChannel");
        assertThat(foreign(agentSide(), listening::contains)).isEmpty();
    }

    @Test
    void aPluginsPanelSideUsesOnlyJaxRs() {
        assertThat(foreign(KIND_PANEL, name -> name.startsWith("jakarta.") && !name.startsWith("jakarta.ws.rs.")))
                .isEmpty();
    }

    @Test
    void onlyThePanelsStoreSpeaksSql() {
        assertThat(Tree.MAIN.stream()
                        .filter(type -> uses(type, name -> name.startsWith("java.sql.")))
                        .map(JavaClass::getPackageName))
                .allMatch(name -> name.startsWith("dev.npanel.panel."));
    }

    private static String agentSide() {
        return "core/(api|channel|host|agent|launcher|hotdeploy)|" + CONTRACT + "|" + ACTIONS + "|" + BACKEND;
    }

    private static String allowed(String module) {
        return MODULES.entrySet().stream()
                .filter(rule -> module.matches(rule.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining("|"));
    }

    private interface Rule {
        boolean keptBy(String own, String other);
    }

    private static Map<String, Set<String>> violations(Predicate<String> modules, Rule rule) {
        Map<String, Set<String>> found = new TreeMap<>();
        for (JavaClass type : Tree.MAIN) {
            String own = Tree.module(type).orElse("");
            if (own.isEmpty() || own.startsWith("itests/") || !modules.test(own)) {
                continue;
            }
            Set<String> wrong = type.getDirectDependenciesFromSelf().stream()
                    .map(Dependency::getTargetClass)
                    .map(JavaClass::getBaseComponentType)
                    .filter(target -> !rule.keptBy(own, Tree.module(target).orElse("")))
                    .map(JavaClass::getName)
                    .collect(Collectors.toSet());
            if (!wrong.isEmpty()) {
                found.put(type.getName(), wrong);
            }
        }
        return found;
    }

    private static List<String> foreign(String modules, Predicate<String> forbidden) {
        return Tree.MAIN.stream()
                .filter(type -> Tree.module(type).orElse("").matches(modules))
                .filter(type -> uses(type, name -> !name.startsWith("dev.npanel.") && forbidden.test(name)))
                .flatMap(type -> names(type)
                        .filter(forbidden)
                        .filter(name -> !name.startsWith("dev.npanel."))
                        .map(name -> type.getName() + " -> " + name))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean uses(JavaClass type, Predicate<String> names) {
        return names(type).anyMatch(names);
    }

    private static Stream<String> names(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType)
                .filter(target -> !target.isPrimitive())
                .map(JavaClass::getName);
    }
}
