package dev.npanel.dns.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.channel.json.Json;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.panel.rest.Privileged;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests of resources share: callers, and bodies as they come and go over HTTP. */
public abstract class RestTest {
    protected static final DomainName ZONE = new DomainName("example.com");
    protected static final CallContext USER = context("alice", Caller.Role.USER, false);
    protected static final CallContext ADMIN = context("root1", Caller.Role.ADMINISTRATOR, false);
    protected static final CallContext DRY = context("alice", Caller.Role.USER, true);
    protected static final CallContext ADMIN_DRY = context("root1", Caller.Role.ADMINISTRATOR, true);

    /** Administrators may all that does not reach the agent, and nobody else anything. */
    protected static final Privileged PRIVILEGED = new Privileged() {
        @Override
        public <T> T perform(CallContext context, Permission permission, Scope scope, Supplier<T> work) {
            if (context.caller().role() != Caller.Role.ADMINISTRATOR) {
                throw Problem.of(ProblemKind.FORBIDDEN, "forbidden", "Not yours.")
                        .asException();
            }
            return work.get();
        }
    };

    private final Json json = Json.rest();

    protected final <T> T body(Class<T> type, String text) {
        return json.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), type);
    }

    protected final JsonNode sent(Object answer) {
        Object entity = answer instanceof Response response ? response.getEntity() : answer;
        try {
            return new ObjectMapper().readTree(json.write(entity));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    protected static Problem refused(ThrowingCallable call) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, call);
        assertThat(refused).as("a problem").isNotNull();
        return refused.problem();
    }

    private static CallContext context(String account, Caller.Role role, boolean dryRun) {
        return new CallContext(new Caller(new AccountName(account), role, "192.0.2.9", "request"), dryRun);
    }
}
