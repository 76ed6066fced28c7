package dev.npanel.api.action;

/**
 * The version of a kind's contract. Within one major version requests and answers only gain optional fields, so a newer
 * agent serves an older panel.
 */
public record ContractVersion(int major, int minor) {
    /** Whether an agent with this version serves a panel that was built against {@code caller}. */
    public boolean serves(ContractVersion caller) {
        return major == caller.major && minor >= caller.minor;
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
