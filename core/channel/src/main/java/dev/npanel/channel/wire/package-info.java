/** Frames as bytes, and the Unix socket they go over; what both ends share. */
@NullMarked
package dev.npanel.channel.wire;

import org.jspecify.annotations.NullMarked;
