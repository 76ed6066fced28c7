package dev.npanel.web.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.agent.Outcome;
import dev.npanel.panel.health.Health;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.web.Web;
import dev.npanel.web.server.Finding;
import dev.npanel.web.server.WebState;
import dev.npanel.web.vhost.ReloadWeb;
import dev.npanel.web.vhost.Reloaded;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W4")
class NeighboursTest {
    private static final CallContext ALICE =
            new CallContext(new Caller(new AccountName("alice"), Caller.Role.USER, "192.0.2.9", "request"), false);

    private final Broken web = new Broken();
    private final Neighbours neighbours = new Neighbours(web);

    @Test
    void brokenFilesOfOthersAreRepairedOneAfterTheOtherAndTheChangeIsDone() {
        web.broken = 2;
        assertThat(neighbours.call(ALICE, Web.RELOAD, new ReloadWeb()).value()).isEqualTo(new Reloaded());
        assertThat(web.calls)
                .containsExactly(
                        "alice web.server.reload",
                        "npanel web.server.repair",
                        "alice web.server.reload",
                        "npanel web.server.repair",
                        "alice web.server.reload");
    }

    @Test
    void whatCannotBeRepairedIsAnswered() {
        web.broken = 100;
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> neighbours.call(ALICE, Web.RELOAD, new ReloadWeb()));
        assertThat(refused.problem().code()).isEqualTo("web.neighbour");
    }

    @Test
    @Tag("C11")
    void theHealthNamesFilesAndIsNotLookedAtForEverybody() {
        WebHealth health =
                new WebHealth(neighbours, Clock.fixed(Instant.parse("2026-11-27T00:00:00Z"), ZoneOffset.UTC));
        Health seen = health.check();
        assertThat(seen.status()).isEqualTo(Health.Status.DEGRADED);
        assertThat(seen.detail())
                .isEqualTo("/etc/nginx/npanel/sites/example.com.conf (site example.com) was changed by hand");
        assertThat(health.check()).isSameAs(seen);
        assertThat(web.calls).hasSize(1);
    }

    private static final class Broken implements Agent {
        private final List<String> calls = new ArrayList<>();
        private int broken;

        @Override
        public <I extends Record & Scoped, O extends Record> Outcome<O> call(
                CallContext context, ActionType<I, O> action, I request) {
            calls.add(context.caller().account() + " " + action);
            if (action.equals(Web.RELOAD) && broken > 0) {
                throw Problem.of(ProblemKind.CONFLICT, "web.neighbour", "nginx refuses: x")
                        .asException();
            }
            broken--;
            Object answer = action.equals(Web.RELOAD)
                    ? new Reloaded()
                    : new WebState(List.of(new Finding(
                            Finding.Sort.CHANGED,
                            "/etc/nginx/npanel/sites/example.com.conf",
                            new DomainName("example.com"),
                            "was changed by hand")));
            return new Outcome.Done<>(action.output().cast(answer), null);
        }
    }
}
