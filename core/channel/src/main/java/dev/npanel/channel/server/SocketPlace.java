package dev.npanel.channel.server;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the server listens.
 *
 * @param path of the socket; its directory is made (0750) when missing, and must not be writable by others
 * @param group that may connect (the socket is 0660), or null to leave the group alone
 */
public record SocketPlace(Path path, @Nullable String group) {}
