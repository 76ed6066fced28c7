package dev.npanel.agent.dispatch;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.action.Action;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;

/** Writes a name into a file. */
final class GreetAction implements Action<GreetAction.Greet, GreetAction.Greeting> {
    static final String UNFORESEEN = "unforeseen";

    private static final ActionType<Greet, Greeting> TYPE =
            ActionType.change(new ContractVersion(1, 3), "test.greet", Access.OWNER, Greet.class, Greeting.class);

    private final Path root;

    GreetAction(Path root) {
        this.root = root;
    }

    record Greet(String name) implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Server();
        }
    }

    record Greeting(String text) {}

    @Override
    public ActionType<Greet, Greeting> type() {
        return TYPE;
    }

    @Override
    public Plan<Greeting> plan(Greet request, HostView host) {
        if (request.name().equals(UNFORESEEN)) {
            throw new IllegalStateException("a secret of the host");
        }
        PutFile file = new PutFile(new AbsolutePath("/etc/greeting"), Content.of(request.name()), mine());
        return Plan.of(List.of(file), new Greeting("hello " + request.name()));
    }

    private Ownership mine() {
        try {
            PosixFileAttributes attributes = Files.readAttributes(root, PosixFileAttributes.class);
            return new Ownership(
                    attributes.owner().getName(), attributes.group().getName(), 0644);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
