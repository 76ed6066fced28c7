package dev.npanel.channel.wire;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Attachments;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.wire.BadFrame.Fault;
import java.io.Closeable;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.newsclub.net.unix.AFUNIXSocket;
import org.newsclub.net.unix.AFUNIXSocketAddress;
import org.newsclub.net.unix.AFUNIXSocketCredentials;

/**
 * A connected socket that frames go over. One thread receives; any may send and close.
 *
 * <p>A frame is received by reads that end where it ends: the kernel hands descriptors over with the first byte they were
 * sent with, so what comes while a frame's length is read belongs to that frame.
 */
public final class Link implements Closeable {
    /** The most bytes of JSON in a frame. */
    public static final int MAX_FRAME = 8 << 20;

    /** The bytes before it. */
    static final int HEADER = 4;

    /** Room for more descriptors than are taken, so that too many are noticed. */
    private static final int ANCILLARY = 256;

    private static final int LEAST_FRAME = 2;

    private final AFUNIXSocket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Codec codec;
    private final Watch watch;
    private final ReentrantLock sending = new ReentrantLock();
    private final byte[] header = new byte[HEADER];
    private volatile long receivingSince;
    private volatile long sendingSince;
    private volatile boolean slow;

    Link(AFUNIXSocket socket, Codec codec, Watch watch) throws IOException {
        socket.setAncillaryReceiveBufferSize(ANCILLARY);
        this.socket = socket;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        this.codec = codec;
        this.watch = watch;
        watch.add(this);
    }

    /** Connects to a listening socket. */
    public static Link connect(Path path, Codec codec, Watch watch) throws IOException {
        AFUNIXSocket socket = AFUNIXSocket.newInstance();
        try {
            socket.connect(AFUNIXSocketAddress.of(path));
            return new Link(socket, codec, watch);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Who is at the other end. */
    public Credentials peer() throws IOException {
        AFUNIXSocketCredentials ids = socket.getPeerCredentials();
        return new Credentials(ids.getUid(), ids.getGid(), ids.getPid());
    }

    /**
     * Waits for a frame.
     *
     * @return null when no more will come
     * @throws BadFrame when something else came; {@link BadFrame#isOfOneCall()} says whether another may follow
     */
    public @Nullable Arrival receive(Memory memory) throws IOException {
        try {
            return receiveFrame(memory);
        } catch (IOException failed) {
            receivingSince = 0;
            received().close();
            throw failed;
        }
    }

    private @Nullable Arrival receiveFrame(Memory memory) throws IOException {
        if (!readHeader()) {
            return null;
        }
        int length = ByteBuffer.wrap(header).getInt();
        if (length < LEAST_FRAME || length > MAX_FRAME) {
            throw bad(Fault.SIZE, "A frame has 2 to " + MAX_FRAME + " bytes.");
        }
        receivingSince = 0;
        memory.take(length);
        boolean taken = false;
        Attachments files = Attachments.NONE;
        try {
            receivingSince = started();
            byte[] json = new byte[length];
            int count = in.readNBytes(json, 0, length);
            receivingSince = 0;
            files = received();
            if (count < length) {
                throw bad(Fault.TRUNCATED, "The frame ended too early.");
            }
            Arrival arrival = new Arrival(codec.read(json, files.count()), length, files);
            taken = true;
            return arrival;
        } finally {
            receivingSince = 0;
            if (!taken) {
                memory.release(length);
                files.close();
            }
        }
    }

    private boolean readHeader() throws IOException {
        int count = in.read(header, 0, HEADER);
        if (count < 0) {
            return false;
        }
        receivingSince = started();
        if (in.readNBytes(header, count, HEADER - count) < HEADER - count) {
            throw bad(Fault.TRUNCATED, "The frame ended too early.");
        }
        return true;
    }

    /**
     * Sends a frame, and descriptors with it. When this fails the peer has not got the whole frame.
     *
     * @param patience how long to wait for other senders
     * @return whether it was sent; when not, other senders took too long
     */
    public boolean send(FrameBytes bytes, Attachments files, long patience, TimeUnit unit)
            throws IOException, InterruptedException {
        if (!sending.tryLock(patience, unit)) {
            return false;
        }
        try {
            sendingSince = started();
            if (files.count() > 0) {
                socket.setOutboundFileDescriptors(files.descriptors().toArray(new FileDescriptor[0]));
            }
            out.write(bytes.array(), 0, bytes.size());
            return true;
        } catch (IOException broken) {
            // Half a frame may be out: nothing that follows could be understood.
            close();
            throw broken;
        } finally {
            sendingSince = 0;
            sending.unlock();
        }
    }

    private long started() {
        watch.wake();
        return Math.max(System.nanoTime(), 1);
    }

    private Attachments received() throws IOException {
        FileDescriptor[] descriptors = socket.getReceivedFileDescriptors();
        return descriptors == null || descriptors.length == 0 ? Attachments.NONE : Attachments.received(descriptors);
    }

    /** What to send. */
    public FrameBytes encode(Frame frame) {
        return codec.write(frame);
    }

    /** Ends the link when something takes too long; the answer is whether something is under way. */
    boolean expire(long receiveNanos, long sendNanos) {
        boolean late = isLate(receivingSince, receiveNanos) || isLate(sendingSince, sendNanos);
        if (late) {
            slow = true;
            close();
        }
        return !late && (receivingSince != 0 || sendingSince != 0);
    }

    private static boolean isLate(long since, long limit) {
        return since != 0 && System.nanoTime() - since > limit;
    }

    /** Whether the link was ended because a frame took too long. */
    public boolean isSlow() {
        return slow;
    }

    /** Whether the link was ended on this side. */
    public boolean isClosed() {
        return socket.isClosed();
    }

    /** Has {@link #receive} find the end; what is sent still goes out. */
    public void stopReceiving() {
        try {
            socket.shutdownInput();
        } catch (IOException gone) {
            // then there is nothing to be received either
        }
    }

    @Override
    public void close() {
        watch.remove(this);
        try {
            socket.close();
        } catch (IOException gone) {
            // closed all the same
        }
    }

    private static BadFrame bad(Fault fault, String message) {
        return new BadFrame(fault, 0, Problem.of(ProblemKind.INVALID, "channel.frame", message));
    }
}
