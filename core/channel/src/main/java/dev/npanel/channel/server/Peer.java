package dev.npanel.channel.server;

/**
 * Who is at the other end, as the kernel says (SO_PEERCRED): the ids of the process that connected, at that time.
 *
 * @param pid 0 when it is outside of our pid namespace
 */
public record Peer(long uid, long gid, long pid) {
    @Override
    public String toString() {
        return "uid=" + uid + " gid=" + gid + " pid=" + pid;
    }
}
