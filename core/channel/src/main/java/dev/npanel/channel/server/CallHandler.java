package dev.npanel.channel.server;

import dev.npanel.channel.frame.Frame;

/** Serves calls. Implemented by the agent's dispatcher; called from many threads at once. */
public interface CallHandler {
    /**
     * Serves one call and answers it before it returns. A {@link dev.npanel.api.problem.ProblemException} is sent as the
     * failure; anything else that is thrown, or no answer at all, becomes {@code FAILED} with an incident.
     */
    void handle(Frame.Call call, Peer peer, Replies replies);
}
