package dev.npanel.channel.wire;

import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;

/**
 * A frame that came.
 *
 * @param bytes the memory it was given
 * @param files what came along; the receiver's to close
 */
public record Arrival(Frame frame, int bytes, Attachments files) {}
