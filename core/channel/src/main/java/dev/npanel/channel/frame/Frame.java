package dev.npanel.channel.frame;

import dev.npanel.api.action.Caller;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One message. The panel sends calls and cancels, the agent everything else; any number of calls may be under way on one
 * connection, and they are answered in any order. The README of this module has the format in bytes.
 */
public sealed interface Frame {
    /** The version of the protocol that this code speaks. */
    int VERSION = 1;

    /** The protocol's version as the sender speaks it. */
    int v();

    /** Names the call on its connection; chosen by the panel, positive, not used twice. 0 when no call is meant. */
    long id();

    /**
     * Asks for an action.
     *
     * @param action its name
     * @param contract what the panel was built against
     * @param caller on whose behalf
     * @param deadlineMillis milliseconds the caller still waits, counted from the arrival of the frame
     * @param dryRun whether only a preview is wanted
     * @param files how many descriptors travel with the frame
     * @param input the request
     */
    record Call(
            int v,
            long id,
            String action,
            ContractVersion contract,
            Caller caller,
            long deadlineMillis,
            boolean dryRun,
            int files,
            Body input)
            implements Frame {}

    /**
     * The call was done.
     *
     * @param change what it changed, or null when nothing
     * @param files how many descriptors travel with the frame
     */
    record Result(int v, long id, @Nullable ChangeId change, int files, Body output) implements Frame {}

    /** The call was a dry run: what it would do. */
    record Preview(int v, long id, ChangePreview preview) implements Frame {}

    /** The call failed; with the id 0 it is the connection that failed, and it is closed. */
    record Failure(int v, long id, Problem problem) implements Frame {}

    /**
     * The call goes on.
     *
     * @param done how much of it is done
     * @param total how much there is to do, or 0 when that is not known
     * @param text for people
     */
    record Progress(int v, long id, long done, long total, String text) implements Frame {}

    /** Nobody waits for the answer any more. The call may end at its next safe point; it is answered all the same. */
    record Cancel(int v, long id) implements Frame {}
}
