package dev.npanel.channel.wire;

import dev.npanel.api.problem.Problem;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.BadFrame.Fault;
import java.io.IOException;

/** Frames to bytes and back. Knows no class of any plugin. Thread-safe. */
public final class Codec {
    private final FrameReader reader = new FrameReader();
    private final FrameWriter writer = new FrameWriter();

    Frame read(byte[] json, int files) throws IOException {
        Frame frame = reader.read(json);
        int announced = announced(frame);
        if (files > Attachments.MAX || announced != files) {
            throw new BadFrame(
                    Fault.FILES,
                    Math.max(frame.id(), 0),
                    Problem.invalid("files", "must be the number of descriptors, 0 to " + Attachments.MAX));
        }
        return frame;
    }

    /**
     * The frame as it goes over the socket.
     *
     * @throws dev.npanel.api.problem.ProblemException {@code LIMIT} when it is longer than a frame may be
     * @throws IllegalArgumentException when it cannot be written; a mistake of the program
     */
    public FrameBytes write(Frame frame) {
        return writer.write(frame);
    }

    private static int announced(Frame frame) {
        if (frame instanceof Frame.Call call) {
            return call.files();
        }
        return frame instanceof Frame.Result result ? result.files() : 0;
    }
}
