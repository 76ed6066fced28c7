package dev.npanel.agent.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.Secret;
import dev.npanel.channel.json.Json;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Answers are made so that the panel can pass them on to a client as they are. */
class RegistrationTest {
    record Ask() implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Server();
        }
    }

    record Told(
            String name, @Nullable String next, @Nullable Secret secret) {}

    @Test
    void saysNull() throws IOException {
        assertThat(json(new Told("x", null, null))).isEqualTo("{\"name\":\"x\",\"next\":null,\"secret\":null}");
        assertThat(registration().body(new Told("x", null, null)).read(Json.wire(), Told.class))
                .isEqualTo(new Told("x", null, null));
    }

    @Test
    void tellsNoSecret() {
        assertThatThrownBy(() -> json(new Told("x", null, new Secret("correct horse"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("horse");
    }

    private static String json(Told answer) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        registration().body(answer).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Registration<Ask, Told> registration() {
        ActionType<Ask, Told> type =
                ActionType.read(new ContractVersion(1, 0), "test.tell", Access.ADMINISTRATOR, Ask.class, Told.class);
        return new Registration<>(new Tell(type), type, "test", step -> true);
    }

    private record Tell(ActionType<Ask, Told> type) implements Action<Ask, Told> {
        @Override
        public Plan<Told> plan(Ask request, HostView host) {
            return Plan.answer(new Told("x", null, null));
        }
    }
}
