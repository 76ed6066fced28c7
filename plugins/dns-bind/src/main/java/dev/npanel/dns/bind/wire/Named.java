package dev.npanel.dns.bind.wire;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Guard;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/**
 * The named of this host. Thread-safe; every call returns or throws within seconds. All calls end in {@code UNAVAILABLE
 * dns.backend.away} when named is away, frozen or does not know our key, and recover by themselves.
 */
@Component(service = Named.class)
public final class Named {
    private static final System.Logger LOG = System.getLogger(Named.class.getName());
    private static final Duration TRANSFER = Duration.ofSeconds(4);

    private final Optional<BindSettings> settings;
    private final Guard guard = new Guard();
    private final Map<DomainName, Exchange> doubts = new ConcurrentHashMap<>();

    /** With the settings of the process's environment; without good ones every call ends as if named were away. */
    @Activate
    public Named() {
        this(System.getenv());
    }

    public Named(Map<String, String> environment) {
        settings = settings(environment);
    }

    /** The directory of the zones' folders. */
    public Path zones() {
        return open().zones();
    }

    /** Where it answers queries, whether it serves or not. */
    public InetSocketAddress address() {
        return open().dns();
    }

    /** The name of the key that may change zones. */
    public String keyName() {
        return guard.ask(() -> key().name());
    }

    /** The signed answer to a query. */
    public Message ask(Message query) {
        return ask(List.of(query)).get(0);
    }

    /** The signed answers to queries, in their order: many are asked in half of the time that they take one by one. */
    public List<Message> ask(List<Message> queries) {
        return guard.ask(() -> {
            long began = System.nanoTime();
            List<Message> answers = new ArrayList<>();
            try (Line line = line()) {
                for (Message query : queries) {
                    if (System.nanoTime() - began > Line.PATIENCE.toNanos()) {
                        throw new SocketTimeoutException("not all answers in time");
                    }
                    answers.add(line.receive(line.send(query.clone())));
                }
            }
            return answers;
        });
    }

    /**
     * Asks for an update of a zone, one at a time for a zone. One whose answer does not come in time may yet be made, when
     * named thaws; so until named has answered it or hung up, the zone is away, and nothing overtakes it.
     */
    public Message update(DomainName zone, Message update) {
        settle(zone);
        return guard.ask(() -> {
            Exchange exchange = Exchange.begin(line(), update.clone());
            try {
                Message answer = exchange.answer();
                exchange.close();
                return answer;
            } catch (SocketTimeoutException undecided) {
                doubts.put(zone, exchange);
                throw undecided;
            } catch (IOException failed) {
                exchange.close();
                throw failed;
            }
        });
    }

    /** Returns when no update of the zone is on its way, whose caller has given up. */
    public void settle(DomainName zone) {
        Exchange doubt = doubts.get(zone);
        if (doubt == null) {
            return;
        }
        try {
            doubt.answer();
        } catch (SocketTimeoutException still) {
            throw Away.because(still);
        } catch (IOException over) {
            // it hung up: whatever became of the update, it is over
        }
        doubts.remove(zone, doubt);
        doubt.close();
    }

    /** What has changed in a zone since a serial, or all of it; empty when named does not give it to us. */
    public Optional<ZoneTransferIn> transfer(DomainName zone, Optional<Long> since) {
        settle(zone);
        return guard.ask(() -> {
            Name name = name(zone);
            ZoneTransferIn transfer = since.isPresent()
                    ? ZoneTransferIn.newIXFR(name, since.get(), false, open().dns(), key().tsig())
                    : ZoneTransferIn.newAXFR(name, open().dns(), key().tsig());
            transfer.setTimeout(TRANSFER);
            try {
                transfer.run();
                return Optional.of(transfer);
            } catch (ZoneTransferException refused) {
                String why = String.valueOf(refused.getMessage());
                if (why.contains("NOTAUTH") || why.contains("REFUSED")) {
                    return Optional.empty();
                }
                throw new IOException(refused);
            }
        });
    }

    /** Gives a command to the control channel: named's word for "done" is an empty text, or what was asked for. */
    public Reply control(String command) {
        return guard.ask(() -> {
            try (ControlChannel channel = new ControlChannel(open().control(), key())) {
                return channel.send(command);
            }
        });
    }

    /** The zone's name in dnsjava's words. */
    public static Name name(DomainName zone) {
        try {
            return Name.fromString(zone + ".");
        } catch (TextParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Line line() throws IOException {
        return Line.to(open().dns(), key().tsig());
    }

    private BindKey key() throws IOException {
        return BindKey.read(open().keyFile());
    }

    private BindSettings open() {
        return settings.orElseThrow(() -> Away.after(60, null));
    }

    private static Optional<BindSettings> settings(Map<String, String> environment) {
        try {
            return Optional.of(BindSettings.of(environment));
        } catch (IllegalArgumentException | ProblemException wrong) {
            LOG.log(System.Logger.Level.ERROR, "No use of BIND: {0}", wrong.getMessage());
            return Optional.empty();
        }
    }
}
