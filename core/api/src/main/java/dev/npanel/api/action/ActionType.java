package dev.npanel.api.action;

/**
 * One thing the agent can be asked, known to both sides of the socket: a constant of a kind's contract.
 *
 * @param permission who may ask; its name is the action's name
 * @param effect whether the host is changed by it
 * @param version the contract's version
 * @param input the request; rebuilt on the agent's side with exactly this class
 * @param output the answer
 */
public record ActionType<I extends Record & Scoped, O extends Record>(
        Permission permission, Effect effect, ContractVersion version, Class<I> input, Class<O> output) {

    /** Whether an action changes the host. */
    public enum Effect {
        /** Only looks: no journal entry, no lock, may be repeated freely. */
        READ,
        /** Plans a change: locked, journalled, audited, revertible. */
        CHANGE
    }

    /** An action that only looks. */
    public static <I extends Record & Scoped, O extends Record> ActionType<I, O> read(
            ContractVersion version, String name, Access access, Class<I> input, Class<O> output) {
        return new ActionType<>(new Permission(name, access), Effect.READ, version, input, output);
    }

    /** An action that changes the host. */
    public static <I extends Record & Scoped, O extends Record> ActionType<I, O> change(
            ContractVersion version, String name, Access access, Class<I> input, Class<O> output) {
        return new ActionType<>(new Permission(name, access), Effect.CHANGE, version, input, output);
    }

    /** The action's name, {@code dns.record.create}. */
    public String name() {
        return permission.name();
    }

    @Override
    public String toString() {
        return name();
    }
}
