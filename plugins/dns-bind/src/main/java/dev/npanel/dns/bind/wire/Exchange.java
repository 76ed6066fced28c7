package dev.npanel.dns.bind.wire;

import java.io.IOException;
import org.xbill.DNS.Message;
import org.xbill.DNS.TSIGRecord;

/** One signed DNS message and its signed answer. Not thread-safe; closed when the answer is there, or given up. */
final class Exchange implements AutoCloseable {
    private final Line line;
    private final TSIGRecord signature;

    private Exchange(Line line, TSIGRecord signature) {
        this.line = line;
        this.signature = signature;
    }

    /** Sends the message over a line of its own, which is closed with the exchange. */
    static Exchange begin(Line line, Message message) throws IOException {
        try {
            return new Exchange(line, line.send(message));
        } catch (IOException failed) {
            line.close();
            throw failed;
        }
    }

    /** As {@link Line#receive}. */
    Message answer() throws IOException {
        return line.receive(signature);
    }

    @Override
    public void close() {
        line.close();
    }
}
