package dev.npanel.dns.powerdns.greeting;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.dns.powerdns.api.PdnsApi;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says in the log, soon after the start of the plugin that serves zones, whether PowerDNS answers; nobody waits for that. */
@Component(service = Greeting.class, immediate = true)
public final class Greeting {
    private static final System.Logger LOG = System.getLogger(Greeting.class.getName());

    private final PdnsApi api;

    @Activate
    public Greeting(@Reference PdnsApi api) {
        this.api = api;
        Thread greeting = new Thread(this::greet, "powerdns-greeting");
        greeting.setDaemon(true);
        greeting.start();
    }

    private void greet() {
        try {
            LOG.log(
                    System.Logger.Level.INFO,
                    "PowerDNS {0} answers",
                    version(api.fetch("").orElse("")));
        } catch (IOException | ProblemException away) {
            LOG.log(System.Logger.Level.WARNING, "PowerDNS does not answer yet: {0}", away.getMessage());
        }
    }

    private static String version(String server) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(server)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && "version".equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        }
        return "of another kind";
    }
}
