package dev.npanel.testkit.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.agent.account.UnixAccountActions;
import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import dev.npanel.api.account.UnixAccounts;
import dev.npanel.api.account.UnixAccounts.CreateUnixAccount;
import dev.npanel.api.account.UnixAccounts.DeleteUnixAccount;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AccountName;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.testkit.host.MemoryHost;
import dev.npanel.testkit.plan.GoldenPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C3")
class UnixAccountPlansTest {
    private final MemoryHost host = new MemoryHost()
            .file("/etc/passwd", """
                    root:x:0:0:root:/root:/bin/bash
                    someone:x:1000:1000:Someone,,,:/home/someone:/bin/bash
                    webmaker1:x:20003:20003:nPanel account:/home/webmaker1:/usr/sbin/nologin
                    """)
            .file("/home/webmaker1/index.html", "hello")
            .file("/home/leftover1/file", "of somebody who is gone");

    @TempDir
    private Path state;

    private UnixAccountActions actions;

    @BeforeEach
    void make() {
        actions = new UnixAccountActions(host, state, new Durability(Checkpoints.NONE));
    }

    @Test
    void makesAUserAndItsHome() {
        new GoldenPlan(UnixAccountPlansTest.class, "create.plan").mustBe(create("newuser1"));
    }

    @Test
    void removesAUserAndPutsItsHomeIntoTheTrash() {
        new GoldenPlan(UnixAccountPlansTest.class, "delete.plan")
                .mustBe(plan(UnixAccounts.DELETE, new DeleteUnixAccount(new AccountName("webmaker1"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "someone", "webmaker1", "mysql", "npanel", "daemon", "leftover1"})
    void refusesNamesThatAreTakenOrReserved(String name) {
        assertThatThrownBy(() -> create(name)).hasMessageContaining("CONFLICT unix.account.taken");
    }

    @ParameterizedTest
    @ValueSource(strings = {"root", "someone", "nobody1"})
    void removesNobodyWhomNPanelHasNotMade(String name) {
        assertThatThrownBy(() -> plan(UnixAccounts.DELETE, new DeleteUnixAccount(new AccountName(name))))
                .hasMessageContaining("NOT_FOUND");
    }

    private Plan<?> create(String name) {
        return plan(UnixAccounts.CREATE, new CreateUnixAccount(new AccountName(name)));
    }

    @SuppressWarnings("unchecked")
    private <I extends Record & Scoped, O extends Record> Plan<O> plan(ActionType<I, O> type, I request) {
        return actions.actions().stream()
                .filter(action -> action.type().equals(type))
                .map(action -> ((Action<I, O>) action).plan(request, host))
                .findAny()
                .orElseThrow();
    }
}
