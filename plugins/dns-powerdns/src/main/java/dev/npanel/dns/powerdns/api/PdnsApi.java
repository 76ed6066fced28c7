package dev.npanel.dns.powerdns.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Guard;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The HTTP API of the one PowerDNS of this host, as JSON. Thread-safe; every call returns or throws within seconds. All
 * calls end in {@code UNAVAILABLE dns.backend.away} when PowerDNS is away, frozen or talks rubbish, and recover by themselves.
 */
@Component(service = PdnsApi.class)
public final class PdnsApi {
    private static final System.Logger LOG = System.getLogger(PdnsApi.class.getName());

    private final Optional<Transport> transport;
    // One each: a PowerDNS whose disk is full still reads.
    private final Guard reads = new Guard();
    private final Guard writes = new Guard();

    /** With the settings of the process's environment; without good ones every call ends as if PowerDNS were away. */
    @Activate
    public PdnsApi() {
        this(System.getenv());
    }

    public PdnsApi(Map<String, String> environment) {
        transport = transport(environment);
    }

    /** The JSON at this path, or empty when PowerDNS says there is nothing. */
    public Optional<JsonNode> find(String path) {
        return fetch(path).map(body -> {
            try {
                return Trees.JSON.readTree(body);
            } catch (JsonProcessingException rubbish) {
                throw Away.because(rubbish);
            }
        });
    }

    /** The text at this path, or empty when PowerDNS says there is nothing; for what is too long for a tree. */
    public Optional<String> fetch(String path) {
        Transport open = open();
        Answer answer = reads.ask(() -> sound(open.read(path)));
        if (answer.isMissing()) {
            return Optional.empty();
        }
        if (!answer.isGood()) {
            throw refusal(answer);
        }
        return Optional.of(answer.body());
    }

    /**
     * Asks for a change. Returns when PowerDNS has it safe.
     *
     * @throws ProblemException NOT_FOUND, CONFLICT, INVALID or LIMIT, and nothing is changed; UNAVAILABLE, and it may have
     *     been changed or may yet be, but before any later change
     */
    public void change(String method, String path, byte[] body) {
        Transport open = open();
        Answer answer = writes.ask(() -> sound(open.write(method, path, body)));
        if (!answer.isGood()) {
            throw refusal(answer);
        }
    }

    /** The answer of a PowerDNS that is well: others are worth another try. */
    private static Answer sound(Answer answer) throws IOException {
        if (answer.isStrange()) {
            throw new IOException("status " + answer.status());
        }
        return answer;
    }

    private static ProblemException refusal(Answer answer) {
        LOG.log(System.Logger.Level.DEBUG, "PowerDNS refuses with {0}: {1}", answer.status(), answer.body());
        return Refusal.of(answer);
    }

    /** Made when it is needed: zones, which are asked for all the time, are read without. */
    private static final class Trees {
        static final ObjectMapper JSON = new ObjectMapper();
    }

    private Transport open() {
        return transport.orElseThrow(() -> Away.after(60, null));
    }

    private static Optional<Transport> transport(Map<String, String> environment) {
        try {
            return Optional.of(new Transport(PdnsSettings.of(environment)));
        } catch (IllegalArgumentException | ProblemException wrong) {
            LOG.log(System.Logger.Level.ERROR, "No use of PowerDNS: {0}", wrong.getMessage());
            return Optional.empty();
        }
    }
}
