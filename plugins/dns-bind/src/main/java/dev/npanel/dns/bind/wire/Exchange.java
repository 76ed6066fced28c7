package dev.npanel.dns.bind.wire;

import java.io.IOException;
import org.xbill.DNS.Message;
import org.xbill.DNS.TSIGRecord;

/** A signed message that is on its way, over a line of its own; closed when the answer is there, or given up. */
record Exchange(Line line, TSIGRecord signature) implements AutoCloseable {
    /** Sends the message; the line is closed with the exchange, or when there is none. */
    static Exchange begin(Line line, Message message) throws IOException {
        try {
            return new Exchange(line, line.send(message));
        } catch (IOException failed) {
            line.close();
            throw failed;
        }
    }

    /** Waits for the answer, as {@link Line#receive}. */
    Message answer() throws IOException {
        return line.receive(signature);
    }

    @Override
    public void close() {
        line.close();
    }
}
