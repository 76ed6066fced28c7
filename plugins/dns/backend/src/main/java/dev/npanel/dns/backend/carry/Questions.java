package dev.npanel.dns.backend.carry;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/** Questions to one name server, by TCP, one after the other. Not thread-safe. */
final class Questions implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 4_000;
    private static final int PAYLOAD = 4_096;

    private final InetSocketAddress server;
    private Socket socket;
    private boolean used;

    Questions(InetSocketAddress server) throws IOException {
        this.server = server;
        this.socket = connect(server);
    }

    /** @param signed whether signatures are wanted, too */
    Message ask(Name name, int type, boolean signed) throws IOException {
        Message query = Message.newQuery(Record.newRecord(name, type, DClass.IN));
        query.getHeader().unsetFlag(Flags.RD);
        query.addRecord(new OPTRecord(PAYLOAD, 0, 0, signed ? ExtendedFlags.DO : 0), Section.ADDITIONAL);
        try {
            return exchange(query);
        } catch (IOException closed) {
            if (!used) {
                throw closed;
            }
            // a server may end a connection after so many questions
            socket.close();
            socket = connect(server);
            used = false;
            return exchange(query);
        }
    }

    private Message exchange(Message query) throws IOException {
        byte[] wire = query.toWire();
        byte[] framed = new byte[wire.length + 2];
        framed[0] = (byte) (wire.length >> Byte.SIZE);
        framed[1] = (byte) wire.length;
        System.arraycopy(wire, 0, framed, 2, wire.length);
        socket.getOutputStream().write(framed);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] answer = new byte[in.readUnsignedShort()];
        in.readFully(answer);
        used = true;
        return new Message(answer);
    }

    private static Socket connect(InetSocketAddress server) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(server, CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            return socket;
        } catch (IOException failed) {
            socket.close();
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
