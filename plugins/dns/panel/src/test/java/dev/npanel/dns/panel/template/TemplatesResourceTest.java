package dev.npanel.dns.panel.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.MemoryDocuments;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.Contact;
import dev.npanel.testkit.hostile.HostileStrings;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D1")
class TemplatesResourceTest extends RestTest {
    private static final String OWN = "{'name':'own','description':'Ours.','soa':{'refresh':7200},'records':["
            + "{'name':'@','type':'NS','content':'{ns1}'},{'name':'@','type':'NS','content':'{ns2}'},"
            + "{'name':'@','type':'A','ttl':60,'content':'{ip}'},{'name':'@','type':'AAAA','content':'{ipv6}'},"
            + "{'name':'_smtp._tls','type':'TXT','content':'v=TLSRPTv1; rua=mailto:{hostmaster}'},"
            + "{'name':'www.{domain}.','type':'CNAME','content':'{domain}.'}]}";

    private final TemplateStore store = new TemplateStore(new MemoryDocuments());
    private final TemplatesResource templates = new TemplatesResource(store, PRIVILEGED);

    @Test
    void placeholdersBecomeValues() {
        templates.create(ADMIN, body(ZoneTemplate.class, OWN));
        ZoneTemplate template = templates.read(new TemplateName("own"));
        DomainName zone = new DomainName("bücher.example");
        Placeholders places = Placeholders.of(
                zone,
                List.of(new DomainName("ns.example.net")),
                new Contact("hostmaster@bücher.example"),
                new ServerAddresses("192.0.2.1", null));
        assertThat(template.expand(zone, places))
                .extracting(TemplatesResourceTest::line)
                .containsExactly(
                        "xn--bcher-kva.example 3600 NS ns.example.net.",
                        "xn--bcher-kva.example 60 A 192.0.2.1",
                        "_smtp._tls.xn--bcher-kva.example 3600 TXT "
                                + "\"v=TLSRPTv1; rua=mailto:hostmaster@xn--bcher-kva.example\"",
                        "www.xn--bcher-kva.example 3600 CNAME xn--bcher-kva.example.");
    }

    @Test
    void administratorsKeepTheirOwn() {
        assertThat(templates.create(ADMIN, body(ZoneTemplate.class, OWN)).getStatus())
                .isEqualTo(201);
        assertThat(refused(() -> templates.create(ADMIN, body(ZoneTemplate.class, OWN)))
                        .kind())
                .isEqualTo(ProblemKind.CONFLICT);
        TemplateName own = new TemplateName("own");
        templates.change(ADMIN, own, body(ZoneTemplate.class, OWN.replace("Ours.", "Changed.")));
        assertThat(sent(templates.list()).findValuesAsText("description"))
                .contains("Changed.")
                .hasSize(4);
        assertThat(refused(() -> templates.change(ADMIN, TemplateStore.DEFAULT, body(ZoneTemplate.class, OWN)))
                        .kind())
                .isEqualTo(ProblemKind.INVALID);
        assertThat(refused(() -> templates.delete(ADMIN, TemplateStore.DEFAULT)).kind())
                .isEqualTo(ProblemKind.CONFLICT);
        templates.delete(ADMIN_DRY, own);
        assertThat(refused(() -> templates.delete(USER, own)).kind()).isEqualTo(ProblemKind.FORBIDDEN);
        templates.delete(ADMIN, own);
        assertThat(refused(() -> templates.delete(ADMIN, own)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'@','type':'A','content':'{ipv4}'}", "{'name':'@','type':'TXT','content':'{'}",
                "{'name':'@','type':'TXT','content':'}'}", "{'name':'@','type':'TXT','content':'{{ip}}'}",
                "{'name':'@','type':'TXT','content':'${ip'}", "{'name':'{nothing}','type':'A','content':'{ip}'}",
                "{'name':'@','type':'A','content':'{ipv6}'}",
                        "{'name':'@','type':'SOA','content':'{ns1} a.b. 1 2 3 4 5'}",
                "{'name':'@','type':'CNAME','content':'{ns1}'}",
                        "{'name':'www.example.org.','type':'A','content':'{ip}'}",
                "{'name':'{ns0}','type':'A','content':'{ip}'}", "{'name':'@','type':'A','content':'{ip}','extra':1}",
            })
    void whatWouldBeNoZoneIsNoTemplate(String record) {
        String text = "{'name':'own','description':'x','records':[" + record + "]}";
        assertThat(refused(() -> body(ZoneTemplate.class, text)).violations())
                .isNotEmpty()
                .allMatch(violation -> violation.field().startsWith("records"));
    }

    @Test
    void hostileTextStaysText() {
        HostileStrings.all().forEach(hostile -> {
            for (String field : List.of("name", "description")) {
                String name = field.equals("name") ? hostile : "own";
                try {
                    ZoneTemplate made = new ZoneTemplate(
                            new TemplateName(name), field.equals("name") ? "x" : hostile, null, List.of());
                    assertThat(made.description().chars()).noneMatch(Character::isISOControl);
                } catch (ProblemException refused) {
                    assertThat(refused.problem().kind()).isEqualTo(ProblemKind.INVALID);
                }
            }
        });
    }

    private static String line(ResourceRecord record) {
        assertThat(record.type()).isNotEqualTo(RecordType.SOA);
        return record.name() + " " + record.ttl() + " " + record.type() + " " + record.content();
    }
}
