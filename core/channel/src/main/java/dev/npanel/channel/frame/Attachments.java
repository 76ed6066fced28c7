package dev.npanel.channel.frame;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Open files that travel with a call or its result, for what is too big for a frame: uploads, backups. The receiver gets
 * descriptors of its own and closes them; the sender keeps and closes its own. At most {@link #MAX} with one frame.
 *
 * <p>What a descriptor refers to is the sender's claim: the receiver must not take it for a regular file unseen.
 */
public final class Attachments implements AutoCloseable {
    /** How many descriptors one frame may carry. */
    public static final int MAX = 8;

    /** None. */
    public static final Attachments NONE = new Attachments(List.of());

    private final List<FileDescriptor> descriptors;

    private Attachments(List<FileDescriptor> descriptors) {
        this.descriptors = descriptors;
    }

    /**
     * These open descriptors.
     *
     * @throws IllegalArgumentException when there are more than {@link #MAX}
     */
    public static Attachments of(FileDescriptor... descriptors) {
        if (descriptors.length > MAX) {
            throw new IllegalArgumentException("more than " + MAX + " descriptors");
        }
        return received(descriptors);
    }

    /** Descriptors that came, however many they are. */
    public static Attachments received(FileDescriptor... descriptors) {
        return new Attachments(List.of(descriptors));
    }

    /** How many. */
    public int count() {
        return descriptors.size();
    }

    /** All of them, in the sender's order. */
    public List<FileDescriptor> descriptors() {
        return descriptors;
    }

    /** Reads the file of this index; closing the stream closes the descriptor. */
    public InputStream input(int index) {
        return new FileInputStream(descriptors.get(index));
    }

    /** Writes the file of this index; closing the stream closes the descriptor. */
    public OutputStream output(int index) {
        return new FileOutputStream(descriptors.get(index));
    }

    /** Closes all that are still open. */
    @Override
    public void close() {
        for (FileDescriptor descriptor : descriptors) {
            if (descriptor.valid()) {
                try (FileInputStream closed = new FileInputStream(descriptor)) {
                    closed.getFD();
                } catch (IOException gone) {
                    // nothing to be done for a descriptor that is not ours to use any more
                }
            }
        }
    }
}
