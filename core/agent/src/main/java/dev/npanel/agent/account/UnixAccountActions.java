package dev.npanel.agent.account;

import dev.npanel.agent.durable.Durability;
import dev.npanel.agent.program.Programs;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.effect.HostView;
import java.nio.file.Path;
import java.util.List;

/** What serves the contract {@link dev.npanel.api.account.UnixAccounts}. */
public final class UnixAccountActions {
    private final List<Action<?, ?>> actions;
    private final EffectHandler<?, ?> handler;

    /** @param state the agent's own directory */
    public UnixAccountActions(HostView host, Path state, Durability durability) {
        UserNumbers numbers = new UserNumbers(state.resolve("last-uid"), durability);
        this.handler = new UnixUserHandler(host, new UserPrograms(new Programs()), numbers);
        this.actions = List.of(
                new CreateUnixAccountAction(numbers, KnownNames.ofHost()),
                new DeleteUnixAccountAction(),
                new ReadUnixAccountAction());
    }

    /** The actions. */
    public List<Action<?, ?>> actions() {
        return actions;
    }

    /** What keeps the users. */
    public EffectHandler<?, ?> handler() {
        return handler;
    }
}
