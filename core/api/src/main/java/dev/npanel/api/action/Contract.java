package dev.npanel.api.action;

import dev.npanel.api.value.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that can be asked of one kind: its actions, and the permissions of what its panel side does without the agent.
 *
 * @param kind the first part of every name in it, {@code dns}
 * @param actions what the agent can be asked
 * @param own permissions beyond those of the actions
 */
public record Contract(String kind, List<ActionType<?, ?>> actions, List<Permission> own) {

    public Contract {
        actions = List.copyOf(actions);
        own = List.copyOf(own);
        List<String> names = names(actions, own).map(Permission::name).toList();
        if (names.stream().distinct().count() != names.size()
                || names.stream().anyMatch(name -> !name.startsWith(kind + "."))) {
            throw Text.refuse("names of a contract must be unique and begin with its kind");
        }
    }

    /** The permission of this name, if the contract has it. */
    public Optional<Permission> permission(String name) {
        return permissions().filter(each -> each.name().equals(name)).findAny();
    }

    /** Every permission of the contract. */
    public Stream<Permission> permissions() {
        return names(actions, own);
    }

    private static Stream<Permission> names(List<ActionType<?, ?>> actions, List<Permission> own) {
        return Stream.concat(actions.stream().map(ActionType::permission), own.stream());
    }
}
