package dev.npanel.channel.server;

/** Why the server refused a connection or a frame. */
public enum Refusal {
    /** The peer's user may not call. */
    PEER,
    /** Too many connections. */
    CONNECTIONS,
    /** The frame is longer than a frame may be, or empty. */
    SIZE,
    /** The frame is not JSON, or no frame. */
    MALFORMED,
    /** The frame speaks another version of the protocol. */
    VERSION,
    /** The frame ended too early. */
    TRUNCATED,
    /** The frame took too long, or an answer was not read in time. */
    SLOW,
    /** Too many calls under way. */
    BUSY,
    /** Descriptors that were not announced, or too many. */
    FILES
}
