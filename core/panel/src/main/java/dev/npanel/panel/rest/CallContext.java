package dev.npanel.panel.rest;

import dev.npanel.api.action.Caller;
import dev.npanel.api.value.AccountName;

/**
 * On whose behalf, and how, the panel acts. Resource methods take it as a {@code @Context} parameter; it is made by the
 * authentication of the request (or, in a job, by re-authorising the account that submitted it) and by nobody else.
 *
 * @param caller who asks
 * @param dryRun whether only to show what would be done ({@code ?dryRun=true})
 */
public record CallContext(Caller caller, boolean dryRun) {
    private static final AccountName PANEL = new AccountName("npanel");

    /** The panel's own, for what it does on nobody's behalf: it is named {@code npanel} in both audit trails, and nobody can be. */
    public static CallContext ofPanel(String request) {
        return new CallContext(new Caller(PANEL, Caller.Role.ADMINISTRATOR, "panel", request), false);
    }
}
