package dev.npanel.dns.panel.template;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.edit.ZoneRules;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.panel.record.NewRecord;
import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Contact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What new zones are made of.
 *
 * @param description for people
 * @param soa what differs from the usual start of authority, or null
 * @param records with {@link Placeholders} in names and contents; one whose placeholder has no value in a zone is left out of
 *     it. NS records of the apex give way to name servers that the zone's creator names. At most 200.
 */
public record ZoneTemplate(
        TemplateName name, String description, @Nullable SoaFields soa, List<NewRecord> records) {
    private static final int MAX_DESCRIPTION = 200;
    private static final int MAX_RECORDS = 200;
    private static final DomainName SAMPLE = new DomainName("example.com");

    public ZoneTemplate {
        records = List.copyOf(records);
        Violations violations = new Violations();
        String text = description;
        violations.check("description", () -> Text.line(text, MAX_DESCRIPTION));
        if (records.size() > MAX_RECORDS) {
            violations.add("records", "must have at most " + MAX_RECORDS + " elements");
        }
        violations.throwIfAny();
        tryOut(records);
    }

    /** The records of a zone; whatever is in a place, each is a record or refused. */
    public List<ResourceRecord> expand(DomainName zone, Placeholders places) {
        return expand(records, zone, places);
    }

    /** Refuses what would be no zone. */
    private static void tryOut(List<NewRecord> records) {
        List<DomainName> servers = new ArrayList<>();
        for (int server = 1; server <= 9; server++) {
            servers.add(new DomainName("ns" + server + ".example.net"));
        }
        Placeholders places = Placeholders.of(
                SAMPLE,
                servers,
                new Contact("hostmaster.example.com"),
                new ServerAddresses("192.0.2.1", "2001:db8::1"));
        RecordSets.of(expand(records, SAMPLE, places)).stream()
                .collect(Collectors.groupingBy(RecordSet::name))
                .forEach((name, sets) -> ZoneRules.check(SAMPLE, name, sets).stream()
                        .filter(finding -> !finding.code().equals("no-ns"))
                        .forEach(finding -> {
                            throw Problem.invalid("records", finding.message()).asException();
                        }));
    }

    private static List<ResourceRecord> expand(List<NewRecord> records, DomainName zone, Placeholders places) {
        Violations violations = new Violations();
        List<ResourceRecord> expanded = new ArrayList<>();
        for (int index = 0; index < records.size(); index++) {
            String where = "records[" + index + "]";
            NewRecord record = records.get(index);
            Optional<String> name = violations
                    .check(where + ".name", () -> places.fill(record.name()))
                    .flatMap(each -> each);
            Optional<String> content = violations
                    .check(where + ".content", () -> places.fill(record.content()))
                    .flatMap(each -> each);
            if (name.isPresent() && content.isPresent()) {
                new NewRecord(name.get(), record.type(), record.ttl(), content.get())
                        .in(zone, where, violations)
                        .ifPresent(expanded::add);
            }
        }
        violations.throwIfAny();
        return expanded;
    }
}
