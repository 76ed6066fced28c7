package dev.npanel.api.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.change.Changes;
import dev.npanel.api.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractTest {
    @Test
    void findsPermissionsByName() {
        assertThat(Changes.CONTRACT.permission("change.revert")).contains(Changes.REVERT.permission());
        assertThat(Changes.CONTRACT.permission("change.rewrite")).isEmpty();
    }

    @Test
    void refusesANameTwice() {
        List<ActionType<?, ?>> twice = List.of(UnixAccounts.READ, UnixAccounts.READ);
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new Contract("unix", twice, List.of()));
    }

    @Test
    void refusesANameOfAnotherKind() {
        List<Permission> other = List.of(new Permission("dns.zone.create", Access.OWNER));
        assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> new Contract("web", List.of(), other));
    }

    @Test
    void aNewerAgentServesAnOlderPanelOfTheSameMajorVersion() {
        ContractVersion agent = new ContractVersion(1, 2);
        assertThat(agent.serves(new ContractVersion(1, 0))).isTrue();
        assertThat(agent.serves(new ContractVersion(1, 3))).isFalse();
        assertThat(agent.serves(new ContractVersion(2, 0))).isFalse();
    }
}
