package dev.npanel.ssl.panel.check;

import dev.npanel.api.value.DomainName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.challenge.DeleteChallenge;
import dev.npanel.ssl.challenge.PutChallenge;
import dev.npanel.ssl.challenge.Token;
import java.security.SecureRandom;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts answers where those to an authority's challenges are, to see whether they arrive. Thread-safe. */
@Component(service = Probes.class)
public final class Probes {
    private static final int TOKEN_BYTES = 24;
    private static final int THUMBPRINT_BYTES = 32;
    private static final int HTTP = 80;

    private final Agent agent;
    private final int port;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public Probes(@Reference Agent agent) {
        this(agent, HTTP);
    }

    /** @param port where web servers are asked */
    public Probes(Agent agent, int port) {
        this.agent = agent;
        this.port = port;
    }

    /** What was put there. */
    record Probe(Token token, String answer) {}

    int port() {
        return port;
    }

    Probe put(CallContext context, DomainName domain) {
        Token token = new Token(random(TOKEN_BYTES));
        String answer = token + "." + random(THUMBPRINT_BYTES);
        agent.call(context, Ssl.CHALLENGE_PUT, new PutChallenge(domain, token, answer));
        return new Probe(token, answer);
    }

    void takeAway(CallContext context, DomainName domain, Probe probe) {
        agent.call(context, Ssl.CHALLENGE_DELETE, new DeleteChallenge(domain, probe.token()));
    }

    private String random(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
