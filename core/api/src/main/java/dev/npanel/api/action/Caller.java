package dev.npanel.api.action;

import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Text;

/**
 * Who asks, as the panel has authenticated them; travels with every call, for the audit trail of the agent.
 *
 * @param account the account that logged in
 * @param role its role at the time of the call
 * @param from the peer address of the connection the request came over, as text
 * @param request the panel's id of the HTTP request; joins the two audit trails
 */
public record Caller(AccountName account, Role role, String from, String request) {
    private static final int MAX_LENGTH = 64;

    public Caller {
        Text.line(from, MAX_LENGTH);
        Text.line(request, MAX_LENGTH);
    }

    /** What an account may be. */
    public enum Role {
        /** Owns the server. */
        ADMINISTRATOR,
        /** Owns its domains. */
        USER
    }
}
