package dev.npanel.dns.panel.template;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.panel.record.NewRecord;
import dev.npanel.dns.record.RecordType;
import dev.npanel.panel.document.Documents;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The zone templates: those that come with nPanel and those that administrators made. Thread-safe. */
@Component(service = TemplateStore.class)
public final class TemplateStore {
    /** The template for zones that name none. */
    public static final TemplateName DEFAULT = new TemplateName("default");

    private static final String COLLECTION = "dns.template";

    private static final List<ZoneTemplate> BUILT_IN = List.of(
            new ZoneTemplate(
                    DEFAULT,
                    "Web and mail on this server, mail from elsewhere in doubt.",
                    null,
                    List.of(
                            record("@", RecordType.A, "{ip}"),
                            record("@", RecordType.AAAA, "{ipv6}"),
                            record("www", RecordType.A, "{ip}"),
                            record("www", RecordType.AAAA, "{ipv6}"),
                            record("mail", RecordType.A, "{ip}"),
                            record("mail", RecordType.AAAA, "{ipv6}"),
                            record("@", RecordType.MX, "10 mail"),
                            record("@", RecordType.TXT, "v=spf1 a mx ~all"))),
            new ZoneTemplate(new TemplateName("empty"), "Name servers and nothing else.", null, List.of()),
            new ZoneTemplate(
                    new TemplateName("no-mail"),
                    "Web on this server, and the word that the domain neither takes nor sends mail.",
                    null,
                    List.of(
                            record("@", RecordType.A, "{ip}"),
                            record("@", RecordType.AAAA, "{ipv6}"),
                            record("www", RecordType.A, "{ip}"),
                            record("www", RecordType.AAAA, "{ipv6}"),
                            record("@", RecordType.MX, "0 ."),
                            record("@", RecordType.TXT, "v=spf1 -all"),
                            record("_dmarc", RecordType.TXT, "v=DMARC1; p=reject"))));

    private final Documents documents;

    @Activate
    public TemplateStore(@Reference Documents documents) {
        this.documents = documents;
    }

    List<ZoneTemplate> list() {
        return Stream.concat(BUILT_IN.stream(), documents.list(COLLECTION, ZoneTemplate.class).stream())
                .toList();
    }

    /** The template of this name, if there is one. */
    public Optional<ZoneTemplate> find(TemplateName name) {
        return builtIn(name).or(() -> documents.find(COLLECTION, name.text(), ZoneTemplate.class));
    }

    /**
     * The template of this name.
     *
     * @param field where the name comes from, for the refusal of one that there is not
     */
    public ZoneTemplate read(String field, TemplateName name) {
        return find(name)
                .orElseThrow(() -> Problem.invalid(field, "must be the name of a zone template")
                        .asException());
    }

    void add(ZoneTemplate template) {
        if (builtIn(template.name()).isPresent()
                || !documents.add(COLLECTION, template.name().text(), template)) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.template.exists", "There is a template of this name.")
                    .asException();
        }
    }

    void put(ZoneTemplate template) {
        documents.put(COLLECTION, template.name().text(), template);
    }

    void remove(TemplateName name) {
        documents.remove(COLLECTION, name.text());
    }

    static Optional<ZoneTemplate> builtIn(TemplateName name) {
        return BUILT_IN.stream().filter(each -> each.name().equals(name)).findAny();
    }

    private static NewRecord record(String name, RecordType type, String content) {
        return new NewRecord(name, type, null, content);
    }
}
