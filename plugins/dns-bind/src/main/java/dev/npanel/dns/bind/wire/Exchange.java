package dev.npanel.dns.bind.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** One signed DNS message over TCP, and its signed answer. Not thread-safe; closed when the answer is there, or given up. */
final class Exchange implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 4_000;

    private final TSIG tsig;
    private final Socket socket;
    private final TSIGRecord signature;

    private Exchange(TSIG tsig, Socket socket, TSIGRecord signature) {
        this.tsig = tsig;
        this.socket = socket;
        this.signature = signature;
    }

    /** Sends the message. */
    static Exchange begin(InetSocketAddress server, TSIG tsig, Message message) throws IOException {
        message.setTSIG(tsig);
        byte[] wire = message.toWire(Message.MAXLENGTH);
        byte[] framed = new byte[wire.length + 2];
        framed[0] = (byte) (wire.length >> 8);
        framed[1] = (byte) wire.length;
        System.arraycopy(wire, 0, framed, 2, wire.length);
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(framed);
            return new Exchange(tsig, socket, new Message(wire).getTSIG());
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /**
     * Waits for the answer. May be called again after a {@link java.net.SocketTimeoutException}, as long as no part of the
     * answer had come.
     */
    Message answer() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] wire = new byte[in.readUnsignedShort()];
        in.readFully(wire);
        Message answer = new Message(wire);
        if (tsig.verify(answer, wire, signature) != Rcode.NOERROR) {
            throw new IOException("an answer that is not signed with our key: " + Rcode.string(answer.getRcode()));
        }
        return answer;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // as wanted
        }
    }
}
