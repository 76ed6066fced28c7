package dev.npanel.panel.audit;

import dev.npanel.api.action.Caller;

/**
 * Who is behind a line of the trail.
 *
 * @param account the account's name, or {@code -} for nobody known
 * @param role its role at that moment, or {@code -}
 * @param from the peer address of the TCP connection; headers never count
 * @param request the id of the request
 */
public record Actor(String account, String role, String from, String request) {
    /** The caller of an authenticated request. */
    public static Actor of(Caller caller) {
        return new Actor(caller.account().text(), caller.role().name(), caller.from(), caller.request());
    }

    /** Somebody who has not shown yet who they are. */
    public static Actor stranger(String from, String request) {
        return new Actor("-", "-", from, request);
    }
}
