package dev.npanel.dns.bind.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** A TCP connection to named: signed messages go, and signed answers come, one after the other. Not thread-safe. */
final class Line implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 4_000;

    private final TSIG tsig;
    private final Socket socket;

    private Line(TSIG tsig, Socket socket) {
        this.tsig = tsig;
        this.socket = socket;
    }

    static Line to(InetSocketAddress server, TSIG tsig) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            return new Line(tsig, socket);
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    /** Signs the message and sends it; its answer is signed over the signature that is returned. */
    TSIGRecord send(Message message) throws IOException {
        message.setTSIG(tsig);
        byte[] wire = message.toWire(Message.MAXLENGTH);
        byte[] framed = new byte[wire.length + 2];
        framed[0] = (byte) (wire.length >> 8);
        framed[1] = (byte) wire.length;
        System.arraycopy(wire, 0, framed, 2, wire.length);
        socket.getOutputStream().write(framed);
        return new Message(wire).getTSIG();
    }

    /**
     * Waits for the answer. May be called again after a {@link java.net.SocketTimeoutException}, as long as no part of the
     * answer had come.
     */
    Message receive(TSIGRecord signature) throws IOException {
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
