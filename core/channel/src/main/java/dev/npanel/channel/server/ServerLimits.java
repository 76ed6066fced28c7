package dev.npanel.channel.server;

import java.time.Duration;

/**
 * How much a peer may ask of the server, which it must survive whatever it is sent.
 *
 * @param connections at once; a further one is refused
 * @param workers threads that serve calls; they end when idle
 * @param inFlight calls that are served or wait for a worker, of all connections; a further one is refused with {@code LIMIT}
 * @param inFlightPerConnection the same of one connection
 * @param bytesInFlight memory for frames that are being received or served, at least one longest frame; who would go over
 *     it is not read from until there is room
 * @param receive how long a frame may take from its first byte to its last
 * @param send how long the peer may take to read an answer
 * @param longestDeadline a call's deadline is cut to this
 * @param farewell how long calls under way may take to end when the server is closed
 */
public record ServerLimits(
        int connections,
        int workers,
        int inFlight,
        int inFlightPerConnection,
        int bytesInFlight,
        Duration receive,
        Duration send,
        Duration longestDeadline,
        Duration farewell) {

    /** What a panel of one host needs. */
    public static ServerLimits standard() {
        return new ServerLimits(
                8,
                32,
                512,
                256,
                24 << 20,
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofMinutes(10),
                Duration.ofSeconds(5));
    }
}
