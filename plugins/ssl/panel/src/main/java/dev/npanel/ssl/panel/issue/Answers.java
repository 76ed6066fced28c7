package dev.npanel.ssl.panel.issue;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.record.CreateRecord;
import dev.npanel.dns.record.DeleteRecord;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.record.StoredRecord;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.Ssl;
import dev.npanel.ssl.challenge.DeleteChallenge;
import dev.npanel.ssl.challenge.PutChallenge;
import dev.npanel.ssl.challenge.Token;
import dev.npanel.ssl.panel.issue.Order.Given;
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
    private static final int MOST = 100;

    private final Agent agent;

    @Activate
    public Answers(@Reference Agent agent) {
        this.agent = agent;
    }

    void give(CallContext context, Given answer) {
        DomainName domain = answer.name().domain();
        if (!isRecord(answer)) {
            agent.call(
                    context, Ssl.CHALLENGE_PUT, new PutChallenge(domain, new Token(answer.token()), answer.answer()));
            return;
        }
        DomainName zone = zone(context, domain).orElseThrow(() -> noZone(domain));
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
        Optional<DomainName> zone = zone(context, domain);
        zone.flatMap(in -> find(context, in, answer))
                .ifPresent(record ->
                        agent.call(context, Dns.RECORD_DELETE, new DeleteRecord(zone.orElseThrow(), record.id())));
    }

    static boolean isRecord(Given answer) {
        return answer.token().isEmpty();
    }

    private Optional<StoredRecord> find(CallContext context, DomainName zone, Given answer) {
        ListRecords all = new ListRecords(zone, name(answer), RecordType.TXT, null, null, MOST);
        return agent.read(context, Dns.RECORD_LIST, all).items().stream()
                .filter(record -> record.content().equals('"' + answer.answer() + '"'))
                .findFirst();
    }

    /** The nearest zone above, as far as those who ask own it. */
    private Optional<DomainName> zone(CallContext context, DomainName domain) {
        String name = domain.text();
        while (name.indexOf('.') >= 0) {
            DomainName candidate = new DomainName(name);
            try {
                agent.read(context, Dns.ZONE_READ, new ReadZone(candidate));
                return Optional.of(candidate);
            } catch (ProblemException none) {
                if (none.problem().kind() != ProblemKind.NOT_FOUND) {
                    return refused(none);
                }
            }
            name = name.substring(name.indexOf('.') + 1);
        }
        return Optional.empty();
    }

    private static Optional<DomainName> refused(ProblemException problem) {
        if (problem.problem().kind() == ProblemKind.FORBIDDEN) {
            return Optional.empty();
        }
        throw problem;
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
