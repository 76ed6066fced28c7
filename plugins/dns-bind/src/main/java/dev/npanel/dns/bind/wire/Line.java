package dev.npanel.dns.bind.wire;

import dev.npanel.dns.backend.server.MessageStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TSIGRecord;

/** A connection to named: signed messages go, and signed answers come, one after the other. Not thread-safe. */
record Line(MessageStream stream, TSIG tsig) implements AutoCloseable {
    /** For an answer. */
    static final Duration PATIENCE = Duration.ofSeconds(4);

    static Line to(InetSocketAddress server, TSIG tsig) throws IOException {
        return new Line(MessageStream.to(server, PATIENCE), tsig);
    }

    /** Signs the message and sends it; its answer is signed over the signature that is returned. */
    TSIGRecord send(Message message) throws IOException {
        message.setTSIG(tsig);
        byte[] wire = message.toWire(Message.MAXLENGTH);
        stream.send(wire);
        return new Message(wire).getTSIG();
    }

    /** Waits for the answer, as {@link MessageStream#receive}. */
    Message receive(TSIGRecord signature) throws IOException {
        byte[] wire = stream.receive();
        Message answer = new Message(wire);
        if (tsig.verify(answer, wire, signature) != Rcode.NOERROR) {
            throw new IOException("an answer that is not signed with our key: " + Rcode.string(answer.getRcode()));
        }
        return answer;
    }

    @Override
    public void close() {
        stream.close();
    }
}
