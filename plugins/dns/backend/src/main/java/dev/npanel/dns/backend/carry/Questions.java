package dev.npanel.dns.backend.carry;

import dev.npanel.dns.backend.server.MessageStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
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
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int PAYLOAD = 4_096;

    private final InetSocketAddress server;
    private MessageStream stream;
    private boolean used;

    Questions(InetSocketAddress server) throws IOException {
        this.server = server;
        this.stream = MessageStream.to(server, PATIENCE);
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
            stream.close();
            stream = MessageStream.to(server, PATIENCE);
            used = false;
            return exchange(query);
        }
    }

    private Message exchange(Message query) throws IOException {
        stream.send(query.toWire());
        Message answer = new Message(stream.receive());
        used = true;
        return answer;
    }

    @Override
    public void close() {
        stream.close();
    }
}
