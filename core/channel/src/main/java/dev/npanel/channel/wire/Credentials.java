package dev.npanel.channel.wire;

/** Who is at the other end, as the kernel says. */
public record Credentials(long uid, long gid, long pid) {}
