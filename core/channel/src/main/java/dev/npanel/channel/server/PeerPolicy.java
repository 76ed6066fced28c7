package dev.npanel.channel.server;

/** Whom the server talks to: processes of one user, nobody else, not even root. */
public record PeerPolicy(long uid) {
    /** Whether this peer may call. */
    public boolean admits(Peer peer) {
        return peer.uid() == uid;
    }
}
