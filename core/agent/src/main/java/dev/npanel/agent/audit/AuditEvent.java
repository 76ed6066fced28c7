package dev.npanel.agent.audit;

import dev.npanel.api.action.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Something that is remembered: who asked for what, and how it went. Holds neither what was sent nor what was answered.
 *
 * @param event what sort of thing
 * @param action the action's name, or null when it is about none
 * @param scope what it is about, as text
 * @param caller who, as the panel says, or null when it was nobody
 * @param change the change's id in the history
 * @param outcome {@code ok}, the code of a problem, or what was refused
 * @param detail for people; of our own making, never what somebody has sent
 */
public record AuditEvent(
        Event event,
        @Nullable String action,
        @Nullable String scope,
        @Nullable Caller caller,
        @Nullable String change,
        @Nullable String outcome,
        @Nullable String detail) {

    /** The closed set of sorts. */
    public enum Event {
        /** The first line of a new file: what the last line of the file before was. */
        CONTINUED,
        /** The agent has started; what is unfinished is being undone. */
        START,
        /** The agent stops. */
        STOP,
        /** A call is about to be served. */
        INTENT,
        /** It was served, or not: the outcome says. */
        OUTCOME,
        /** Something at the socket was refused before it was a call. */
        REFUSED,
        /** A change that a crash had cut off is undone. */
        RECOVERED,
        /** A plugin wanted more than it may. */
        PLUGIN
    }

    /** Something that nobody in particular has asked for. */
    public static AuditEvent of(Event event, String detail) {
        return new AuditEvent(event, null, null, null, null, null, detail);
    }

    /** A call that is about to be served. */
    public static AuditEvent intent(String action, @Nullable String scope, Caller caller) {
        return new AuditEvent(Event.INTENT, action, scope, caller, null, null, null);
    }

    /** How a call went. */
    public static AuditEvent outcome(
            String action, @Nullable String scope, Caller caller, @Nullable String change, String outcome) {
        return new AuditEvent(Event.OUTCOME, action, scope, caller, change, outcome, null);
    }
}
