package dev.npanel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.Secret;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The name is the permission: contracts, backends and resources mean the same things by the same names. */
class ContractRulesTest {
    private final Map<String, Contract> contracts = Contracts.all();

    @Test
    void namesAreUniqueOverAllKinds() {
        assertThat(contracts.values().stream().flatMap(Contract::permissions).map(each -> each.name()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aContractListsEveryActionItDeclares() {
        for (Map.Entry<String, Contract> each : contracts.entrySet()) {
            long declared = Tree.MAIN.get(each.getKey()).getFields().stream()
                    .filter(field -> field.getRawType().isEquivalentTo(ActionType.class))
                    .count();
            assertThat(each.getValue().actions()).as(each.getKey()).hasSize((int) declared);
        }
    }

    @Test
    void everyRequestHasAScope() {
        assertThat(contracts.values().stream()
                        .flatMap(each -> each.actions().stream())
                        .map(ActionType::input))
                .allMatch(input -> input.isRecord() && Scoped.class.isAssignableFrom(input));
    }

    /** The agent writes none: it would fail to answer, when all was done. */
    @Test
    void noAnswerHoldsASecret() {
        Stream<ActionType<?, ?>> actions = contracts.values().stream().flatMap(each -> each.actions().stream());
        assertThat(actions.filter(each -> holdsSecret(each.output(), new HashSet<>())))
                .isEmpty();
        assertThat(contracts.values().stream().flatMap(each -> each.actions().stream()))
                .as("that this rule finds one")
                .anyMatch(each -> holdsSecret(each.input(), new HashSet<>()));
    }

    private static boolean holdsSecret(Type type, Set<Type> seen) {
        if (type == Secret.class) {
            return true;
        } else if (!seen.add(type)) {
            return false;
        } else if (type instanceof ParameterizedType generic) {
            return Stream.of(generic.getActualTypeArguments()).anyMatch(each -> holdsSecret(each, seen));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            return Stream.of(plain.getRecordComponents()).anyMatch(each -> holdsSecret(each.getGenericType(), seen));
        }
        return type instanceof Class<?> plain
                && plain.isSealed()
                && Stream.of(plain.getPermittedSubclasses()).anyMatch(each -> holdsSecret(each, seen));
    }

    @Test
    void everyBackendServesItsWholeContract() {
        for (Map.Entry<String, Contract> each : contracts.entrySet()) {
            Set<String> declared = Tree.MAIN.get(each.getKey()).getFields().stream()
                    .filter(field -> field.getRawType().isEquivalentTo(ActionType.class))
                    .map(JavaField::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
            servedBy(each.getKey())
                    .forEach((module, served) -> assertThat(served)
                            .as(module + " of " + each.getKey())
                            .isEqualTo(declared));
        }
    }

    @Test
    void resourcesAskForPermissionsOfTheirContracts() {
        Set<String> known = contracts.values().stream()
                .flatMap(Contract::permissions)
                .map(each -> each.name())
                .collect(Collectors.toSet());
        assertThat(required()).isSubsetOf(known);
    }

    @Test
    void everyHttpMethodSaysWhatItAnswers() {
        assertThat(httpMethods()
                        .filter(method -> method.getRawReturnType().getName().equals("jakarta.ws.rs.core.Response"))
                        .filter(method -> !method.isAnnotatedWith("dev.npanel.panel.rest.Answers"))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    @Test
    void everyHttpMethodSaysWhoMayCallIt() {
        assertThat(httpMethods()
                        .filter(method -> method.isAnnotatedWith("dev.npanel.panel.rest.Requires")
                                == method.isAnnotatedWith("dev.npanel.panel.rest.Anonymous"))
                        .map(JavaMethod::getFullName))
                .isEmpty();
    }

    private static Stream<JavaMethod> httpMethods() {
        return Tree.MAIN.stream()
                .filter(type -> type.isAssignableTo("dev.npanel.panel.rest.Resource"))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.getAnnotations().stream()
                        .anyMatch(each -> each.getRawType()
                                .getName()
                                .matches("jakarta\\.ws\\.rs\\.(GET|POST|PUT|DELETE|PATCH|HEAD|OPTIONS)")));
    }

    private static Stream<String> required() {
        return Tree.MAIN.stream()
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method -> method.tryGetAnnotationOfType("dev.npanel.panel.rest.Requires").stream())
                .map(annotation -> annotation.get("value").orElseThrow().toString())
                .distinct();
    }

    /** By module: the names of the contract's constants that classes of the agent's side refer to. */
    private static Map<String, Set<String>> servedBy(String contract) {
        return Tree.MAIN.stream()
                .filter(type -> Tree.module(type).orElse("").matches("core/agent|plugins/[a-z]+-[a-z]+"))
                .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                .filter(access -> access.getTargetOwner().getName().equals(contract)
                        && access.getTarget().getRawType().isEquivalentTo(ActionType.class))
                .collect(Collectors.groupingBy(
                        access ->
                                Tree.module(outermost(access.getOriginOwner())).orElse(""),
                        Collectors.mapping(
                                access -> access.getTarget().getName(), Collectors.toCollection(TreeSet::new))));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ContractRulesTest::outermost).orElse(type);
    }
}
