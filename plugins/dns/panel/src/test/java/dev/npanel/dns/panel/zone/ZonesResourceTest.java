package dev.npanel.dns.panel.zone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.api.action.Caller;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.DomainSet;
import dev.npanel.dns.panel.MemoryDns;
import dev.npanel.dns.panel.MemoryDocuments;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.dns.panel.defaults.DefaultsResource;
import dev.npanel.dns.panel.defaults.DefaultsStore;
import dev.npanel.dns.panel.defaults.ZoneDefaults;
import dev.npanel.dns.panel.template.SoaFields;
import dev.npanel.dns.panel.template.TemplateStore;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.panel.domain.Domains;
import dev.npanel.testkit.hostile.HostileStrings;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("D1")
class ZonesResourceTest extends RestTest {

    private final MemoryDns agent = new MemoryDns();
    private final MemoryDocuments documents = new MemoryDocuments();
    private final TemplateStore templates = new TemplateStore(documents);
    private final DefaultsStore store = new DefaultsStore(documents);
    private final DefaultsResource defaults = new DefaultsResource(store, templates, PRIVILEGED);
    private final ZonesResource zones = new ZonesResource(
            agent,
            new AliceOwnsTwo(),
            new ZoneDrafts(store, templates, new FirstSerials(() -> Instant.ofEpochSecond(1))));

    @Test
    void aDomainIsAllThatIsNeeded() {
        defaults.change(ADMIN, body(ZoneDefaults.class, "{'ip':'192.0.2.1','ipv6':'2001:DB8::1'}"));
        Response answer = zones.create(USER, body(NewZone.class, "{'domain':'Example.com'}"));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(sent(answer).toString())
                .isEqualTo("{\"domain\":\"example.com\",\"unicode\":\"example.com\",\"type\":\"NATIVE\",\"serial\":1,"
                        + "\"signed\":false}");
        assertThat(records())
                .contains(
                        "example.com NS ns1.example.com.",
                        "example.com NS ns2.example.com.",
                        "ns1.example.com A 192.0.2.1",
                        "ns2.example.com AAAA 2001:db8::1",
                        "example.com A 192.0.2.1",
                        "www.example.com AAAA 2001:db8::1",
                        "example.com MX 10 mail.example.com.",
                        "example.com TXT \"v=spf1 a mx ~all\"");
        assertThat(zones.readSoa(USER, ZONE).content())
                .isEqualTo("ns1.example.com. hostmaster.example.com. 1 10800 3600 604800 3600");
        assertThat(zones.validate(USER, ZONE).findings()).isEmpty();
        assertThat(refused(() -> zones.create(USER, body(NewZone.class, "{'domain':'example.com'}")))
                        .kind())
                .isEqualTo(ProblemKind.CONFLICT);
    }

    @Test
    void whatIsSaidCountsBeforeWhatIsUsual() {
        defaults.change(
                ADMIN,
                body(
                        ZoneDefaults.class,
                        "{'nameservers':['ns1.host.example','ns2.host.example'],'ip':'192.0.2.1','ipv6':'2001:db8::1',"
                                + "'hostmaster':'john.doe@host.example','template':'no-mail'}"));
        zones.create(USER, body(NewZone.class, "{'domain':'a.example.com'}"));
        assertThat(records()).contains("a.example.com NS ns1.host.example.", "a.example.com MX 0 .");
        assertThat(created().soa().contact().mail()).isEqualTo("john.doe@host.example");
        zones.create(
                USER,
                body(
                        NewZone.class,
                        "{'domain':'b.example.com','type':'PRIMARY','nameservers':['ns.b.example.com','bücher.example'],"
                                + "'soa':{'contact':'me@b.example.com','serial':2026112101,'minimum':0},"
                                + "'records':[{'name':'ns','type':'A','content':'192.0.2.7'}]}"));
        assertThat(records())
                .containsExactlyInAnyOrder(
                        "b.example.com NS ns.b.example.com.",
                        "b.example.com NS xn--bcher-kva.example.",
                        "ns.b.example.com A 192.0.2.7");
        assertThat(created().soa().content())
                .isEqualTo("ns.b.example.com. me.b.example.com. 2026112101 10800 3600 604800 0");
        zones.create(
                USER,
                body(
                        NewZone.class,
                        "{'domain':'c.example.com','template':'default',"
                                + "'records':[{'name':'www','type':'CNAME','content':'@'}]}"));
        assertThat(records()).contains("www.c.example.com CNAME c.example.com.", "c.example.com A 192.0.2.1");
        assertThat(records()).noneMatch(record -> record.startsWith("www.c.example.com A"));
    }

    @Test
    void anEmptyZoneHasItsNameServersAlone() {
        defaults.change(ADMIN, body(ZoneDefaults.class, "{'ip':'192.0.2.1','ipv6':'2001:db8::1'}"));
        zones.create(
                USER,
                body(NewZone.class, "{'domain':'example.com','template':'empty','nameservers':['ns1.host.example']}"));
        assertThat(records()).containsExactly("example.com NS ns1.host.example.");
        zones.create(USER, body(NewZone.class, "{'domain':'a.example.com','template':'empty'}"));
        assertThat(records())
                .containsExactlyInAnyOrder(
                        "a.example.com NS ns1.a.example.com.",
                        "a.example.com NS ns2.a.example.com.",
                        "ns1.a.example.com A 192.0.2.1",
                        "ns1.a.example.com AAAA 2001:db8::1",
                        "ns2.a.example.com A 192.0.2.1",
                        "ns2.a.example.com AAAA 2001:db8::1");
    }

    @Test
    void namesAllThatIsWrong() {
        NewZone wrong = body(
                NewZone.class,
                "{'domain':'example.com','records':[{'name':'..','type':'A','content':'192.0.2.1'},"
                        + "{'name':'a','type':'A','content':'192.0.2.1'},{'name':'a','type':'AAAA','content':'x'}]}");
        assertThat(refused(() -> zones.create(USER, wrong)).violations())
                .extracting("field")
                .containsExactly("records[0].name", "records[2].content");
        NewZone template = body(NewZone.class, "{'domain':'example.com','template':'nothing'}");
        assertThat(refused(() -> zones.create(USER, template)).violations())
                .extracting("field")
                .containsExactly("template");
        assertThat(refused(() -> body(
                                NewZone.class,
                                "{'domain':'x','type':'SLAVE','nameservers':['..'],'soa':{'contact':'x'},'more':1}"))
                        .violations())
                .extracting("field")
                .contains("domain", "type", "nameservers[0]", "soa.contact", "more");
    }

    @ParameterizedTest
    @MethodSource("dev.npanel.testkit.hostile.HostileStrings#all")
    void hostileTextIsRefused(String hostile) {
        String quoted = sent(new Quoted(hostile)).get("text").toString();
        for (String text : List.of(
                "{\"domain\":%s}",
                "{\"domain\":\"example.com\",\"nameservers\":[%s]}",
                "{\"domain\":\"example.com\",\"template\":%s}",
                "{\"domain\":\"example.com\",\"type\":%s}",
                "{\"domain\":\"example.com\",\"soa\":{\"primary\":%s}}",
                "{\"domain\":\"example.com\",\"soa\":{\"contact\":%s}}",
                "{\"domain\":\"example.com\",%s:1}")) {
            try {
                NewZone taken = body(NewZone.class, text.formatted(quoted.replace('\'', ' ')));
                assertThat(taken.toString()).matches("[\\x20-\\x7e]+");
            } catch (ProblemException refused) {
                assertThat(refused.problem().kind()).isEqualTo(ProblemKind.INVALID);
                assertThat(refused.problem().violations())
                        .allMatch(each -> each.rule().matches("[\\x20-\\x7e]+"));
            }
        }
    }

    private record Quoted(String text) {}

    @Test
    void usersSeeTheirZonesAndAdministratorsAll() {
        for (String domain : List.of("example.com", "a.example.com", "other.org")) {
            zones.create(ADMIN, body(NewZone.class, "{'domain':'" + domain + "'}"));
        }
        assertThat(zones.list(USER, null, 100).items())
                .extracting(ZoneView::domain)
                .hasSize(2);
        JsonNode page = sent(zones.list(ADMIN, null, 2));
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("next").asText()).isEqualTo("example.com");
        assertThat(zones.list(ADMIN, new DomainName("example.com"), 2).next()).isNull();
        assertThat(refused(() -> zones.list(ADMIN, null, 0)).violations())
                .extracting("field")
                .containsExactly("limit");
        assertThat(refused(() -> zones.read(USER, new DomainName("other.org"))).kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
    }

    @Test
    void theStartOfAuthorityIsChangedByFields() {
        zones.create(USER, body(NewZone.class, "{'domain':'example.com'}"));
        JsonNode zone = sent(zones.updateSoa(USER, ZONE, body(SoaFields.class, "{'refresh':7200}")));
        assertThat(zone.get("serial").asLong()).isEqualTo(2);
        assertThat(zones.readSoa(USER, ZONE).refresh()).isEqualTo(7200);
        assertThat(refused(() -> zones.updateSoa(USER, ZONE, body(SoaFields.class, "{'refresh':0,'serial':-1}")))
                        .violations())
                .extracting("field")
                .containsExactly("serial", "refresh");
        assertThat(sent(zones.delete(USER, ZONE)).get("domain").asText()).isEqualTo("example.com");
        assertThat(refused(() -> zones.read(USER, ZONE)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'ip':'::1'}",
                "{'ipv6':'192.0.2.1'}",
                "{'template':'nothing'}",
                "{'nameservers':['a']}",
                "{'x':1}"
            })
    void defaultsAreCheckedAsWell(String text) {
        assertThat(refused(() -> defaults.change(ADMIN, body(ZoneDefaults.class, text)))
                        .kind())
                .isEqualTo(ProblemKind.INVALID);
        assertThat(defaults.read()).isEqualTo(ZoneDefaults.NONE);
    }

    @Test
    void everyFieldOfTheDefaultsTakesNoHostileText() {
        HostileStrings.invisible().forEach(hostile -> {
            String quoted = sent(new Quoted(hostile)).get("text").toString();
            for (String field : List.of("ip", "ipv6", "hostmaster", "template")) {
                assertThat(refused(() -> body(ZoneDefaults.class, "{\"" + field + "\":" + quoted + "}"))
                                .kind())
                        .isEqualTo(ProblemKind.INVALID);
            }
        });
    }

    private CreateZone created() {
        return Objects.requireNonNull(agent.last(CreateZone.class));
    }

    private List<String> records() {
        return created().records().stream()
                .map(record -> record.name() + " " + record.type() + " " + record.content())
                .toList();
    }

    private static final class AliceOwnsTwo implements Domains {
        @Override
        public Optional<AccountName> ownerOf(DomainName domain) {
            return Optional.of(USER.caller().account()).filter(account -> domain.isWithin(ZONE));
        }

        @Override
        public Optional<Instant> ownedSince(DomainName domain) {
            return Optional.of(Instant.EPOCH);
        }

        @Override
        public DomainSet ownedBy(AccountName account) {
            return USER.caller().role() == Caller.Role.USER ? DomainSet.of(ZONE) : DomainSet.of();
        }
    }
}
