package dev.npanel.channel.server;

import org.jspecify.annotations.Nullable;

/** What happens at the socket and belongs into the audit trail. Implemented by the agent; called from many threads. */
public interface ChannelEvents {
    /**
     * A connection or a frame was refused.
     *
     * @param peer who, or null when the kernel did not say
     * @param detail for people; without anything the peer has sent
     */
    void refused(@Nullable Peer peer, Refusal refusal, String detail);

    /**
     * A handler has failed in a way it should not.
     *
     * @param incident what the caller was told
     */
    void failed(Peer peer, String action, String incident, Throwable cause);
}
