package dev.npanel.ssl.panel.issue;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.challenge.DeleteChallenge;
import dev.npanel.ssl.challenge.PutChallenge;
import dev.npanel.ssl.challenge.Token;
import dev.npanel.ssl.panel.issue.Order.Given;
import dev.npanel.ssl.panel.zone.Spread;
import dev.npanel.ssl.panel.zone.Zones;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers to an authority's challenges: files by this kind's agent, records by the dns kind, whichever backend is there; both with
 * the permissions of whoever wants the certificate. Giving one twice, or taking away what is gone, does no harm. Thread-safe. */
@Component(service = Answers.class)
public final class Answers {
    private static final String LABEL = "_acme-challenge.";
    private static final int TTL = 60;

    private final Agent agent;
    private final Zones zones;
    private final Spread spread;

    @Activate
    public Answers(@Reference Agent agent, @Reference Zones zones, @Reference Spread spread) {
        this.agent = agent;
        this.zones = zones;
        this.spread = spread;
    }

    void give(CallContext context, Given answer) {
        DomainName domain = answer.name().domain();
        if (!isRecord(answer)) {
            agent.call(
                    context, Ssl.CHALLENGE_PUT, new PutChallenge(domain, new Token(answer.token()), answer.answer()));
            return;
        }
        DomainName zone = zones.find(context, domain).orElseThrow(() -> noZone(domain));
        if (find(context, zone, answer).isEmpty()) {
            ResourceRecord record = new ResourceRecord(name(answer), RecordType.TXT, TTL, answer.answer());
            agent.call(context, Dns.RECORD_CREATE, new CreateRecord(zone, record));
        }
    }

    void takeAway(CallContext context, Given answer) {
        DomainName domain = answer.name().domain();
        if (!isRecord(answer)) {
            agent.call(context, Ssl.CHALLENGE_DELETE, new DeleteChallenge(domain, new Token(answer.token())));
            return;
        }
        Optional<DomainName> zone = zones.find(context, domain);
        zone.flatMap(in -> find(context, in, answer))
                .ifPresent(record ->
                        agent.call(context, Dns.RECORD_DELETE, new DeleteRecord(zone.orElseThrow(), record.id())));
    }

    static boolean isRecord(Given answer) {
        return answer.token().isEmpty();
    }

    /** Whether an authority will see it. */
    boolean hasArrived(CallContext context, Given answer) {
        return !isRecord(answer)
                || spread.isThere(context, answer.name().domain(), name(answer).text(), answer.answer());
    }

    private Optional<StoredRecord> find(CallContext context, DomainName zone, Given answer) {
        return zones.records(context, zone, name(answer), RecordType.TXT).stream()
                .filter(record -> record.content().equals('"' + answer.answer() + '"'))
                .findFirst();
    }

    private static RecordName name(Given answer) {
        return new RecordName(LABEL + answer.name().domain());
    }

    private static ProblemException noZone(DomainName domain) {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "ssl.zone.unknown",
                        "A wildcard is shown by a record, but no zone of " + domain + " is on this server.")
                .asException();
    }
}
