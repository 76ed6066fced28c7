package dev.npanel.dns.panel.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.Dns;
import dev.npanel.dns.panel.MemoryDns;
import dev.npanel.dns.panel.RestTest;
import dev.npanel.dns.record.ListRecords;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.CreateZone;
import dev.npanel.dns.zone.ReadZone;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneType;
import dev.npanel.panel.rest.Reply;
import dev.npanel.testkit.hostile.HostileStrings;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordsResourceTest extends RestTest {
    private final MemoryDns agent = new MemoryDns();
    private final RecordsResource records = new RecordsResource(agent);

    @BeforeEach
    void aZone() {
        RecordName apex = RecordName.apex(ZONE);
        agent.call(
                ADMIN,
                Dns.ZONE_CREATE,
                new CreateZone(
                        ZONE,
                        ZoneType.NATIVE,
                        Soa.of(ZONE, apex),
                        List.of(new ResourceRecord(apex, RecordType.NS, 3600, "ns1.example.net."))));
    }

    @ParameterizedTest
    @CsvSource({
        "@, example.com, ",
        "www, www.example.com, ",
        "*, *.example.com, ",
        "www.example.com., www.example.com, ",
        "bücher, xn--bcher-kva.example.com, bücher.example.com",
    })
    @Tag("D3")
    void takesNamesAsPeopleWriteThem(String given, String name, String unicode) {
        Response answer = records.create(
                USER, ZONE, body(NewRecord.class, "{'name':'" + given + "','type':'A','content':'192.0.2.1'}"));
        assertThat(answer.getStatus()).isEqualTo(201);
        assertThat(answer.getHeaderString(Reply.CHANGE)).isEqualTo("0123456789");
        JsonNode sent = sent(answer);
        assertThat(sent.get("name").asText()).isEqualTo(name);
        assertThat(sent.get("unicode").asText("")).isEqualTo(unicode == null ? "" : unicode);
        assertThat(sent.get("ttl").asInt()).isEqualTo(3600);
        assertThat(records.read(USER, ZONE, new RecordId(sent.get("id").asText()))
                        .content())
                .isEqualTo("192.0.2.1");
    }

    @Test
    @Tag("D3")
    void namesAllThatIsWrong() {
        NewRecord wrong = body(NewRecord.class, "{'name':'a..b','type':'MX','ttl':-1,'content':'mail'}");
        assertThat(refused(() -> records.create(USER, ZONE, wrong)).violations())
                .extracting("field")
                .containsExactly("name", "content");
        NewRecord outside = body(NewRecord.class, "{'name':'www.example.org.','type':'SOA','content':'x'}");
        assertThat(refused(() -> records.create(USER, ZONE, outside)).violations())
                .extracting("field")
                .containsExactly("name", "type", "content");
        NewRecord ttl = body(NewRecord.class, "{'name':'a','type':'A','ttl':-1,'content':'192.0.2.1'}");
        assertThat(refused(() -> records.create(USER, ZONE, ttl)).violations())
                .extracting("field")
                .containsExactly("ttl");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'a','type':'A'}",
                "{'name':'a','type':'BOGUS','content':'x'}",
                "{'name':'a','type':'A','content':'x','x':1}",
                "{'name':1,'type':'A','content':'192.0.2.1'}",
                "{'name':'a','type':'A','ttl':4294967296,'content':'192.0.2.1'}",
                "[]",
                "",
                "{'name':'a','type':'A','content':null}",
                "{'name':'a','type':'A','content':'192.0.2.1'} x",
            })
    void bodiesAreRecordsAndNothingElse(String text) {
        assertThat(refused(() -> body(NewRecord.class, text)).kind()).isEqualTo(ProblemKind.INVALID);
    }

    @Test
    @Tag("D4")
    void anUpdateKeepsTheId() {
        RecordId id = add("www", "A", "192.0.2.1");
        JsonNode updated = sent(records.update(USER, ZONE, id, body(RecordUpdate.class, "{'content':'192.0.2.2'}")));
        assertThat(updated.get("id").asText()).isEqualTo(id.text());
        assertThat(updated.get("ttl").asInt()).isEqualTo(3600);
        String asRead = updated.toString().replace("192.0.2.2", "192.0.2.3").replace("3600", "60");
        JsonNode again = sent(records.update(USER, ZONE, id, body(RecordUpdate.class, asRead)));
        assertThat(again.get("id").asText()).isEqualTo(id.text());
        assertThat(records.read(USER, ZONE, id).ttl()).isEqualTo(60);
    }

    @Test
    @Tag("D4")
    void anUpdateMayMoveTheRecord() {
        RecordId id = add("www", "A", "192.0.2.1");
        JsonNode moved = sent(records.update(
                USER, ZONE, id, body(RecordUpdate.class, "{'name':'web','type':'CNAME','content':'host'}")));
        assertThat(moved.get("name").asText()).isEqualTo("web.example.com");
        assertThat(moved.get("content").asText()).isEqualTo("host.example.com.");
        assertThat(refused(() -> records.read(USER, ZONE, id)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
        RecordId other = add("x", "A", "192.0.2.1");
        RecordUpdate foreign = body(RecordUpdate.class, "{'id':'" + id + "','content':'192.0.2.2'}");
        assertThat(refused(() -> records.update(USER, ZONE, other, foreign)).violations())
                .extracting("field")
                .containsExactly("id");
    }

    @Test
    @Tag("D5")
    void aDeletedRecordIsGone() {
        RecordId id = add("www", "A", "192.0.2.1");
        assertThat(sent(records.delete(USER, ZONE, id)).get("content").asText()).isEqualTo("192.0.2.1");
        assertThat(refused(() -> records.delete(USER, ZONE, id)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void severalChangesAreAllOrNone() {
        RecordId www = add("www", "A", "192.0.2.1");
        RecordId old = add("old", "CNAME", "www");
        String sound = "{'delete':['" + old + "'],'update':[{'id':'" + www + "','ttl':60,'content':'192.0.2.2'}],"
                + "'add':[{'name':'old','type':'A','content':'192.0.2.3'}";
        Problem clash = refused(() -> records.change(
                USER, ZONE, body(RecordEdits.class, sound + ",{'name':'www','type':'CNAME','content':'x'}]}")));
        assertThat(clash.violations()).extracting("field").containsExactly("update[0].name");
        Problem twice = refused(() -> records.change(
                USER, ZONE, body(RecordEdits.class, sound + ",{'name':'old','type':'A','content':'192.0.2.3'}]}")));
        assertThat(twice.violations()).extracting("field").containsExactly("add[1]");
        Problem wrong = refused(() -> records.change(
                USER, ZONE, body(RecordEdits.class, sound + ",{'name':'..','type':'A','content':'x'}]}")));
        assertThat(wrong.violations()).extracting("field").containsExactly("add[1].name", "add[1].content");
        assertThat(records.read(USER, ZONE, www).content()).isEqualTo("192.0.2.1");
        JsonNode changed = sent(records.change(USER, ZONE, body(RecordEdits.class, sound + "]}")));
        assertThat(changed.get("records")).hasSize(3);
        assertThat(changed.get("records").get(1).get("id").asText()).isEqualTo(www.text());
        assertThat(refused(() -> body(RecordEdits.class, "{}")).kind()).isEqualTo(ProblemKind.INVALID);
    }

    @Test
    @Tag("D2")
    void listsWhatWasAskedFor() {
        add("www", "A", "192.0.2.1");
        RecordViews.Page page = records.list(USER, ZONE, "www", RecordType.A, "192", null, 10);
        assertThat(page.items()).extracting(RecordView::content).containsExactly("192.0.2.1");
        assertThat(agent.last(ListRecords.class))
                .extracting(ListRecords::name)
                .isEqualTo(new RecordName("www.example.com"));
        assertThat(refused(() -> records.list(USER, ZONE, "a..b", null, "x\ny", null, 0))
                        .violations())
                .extracting("field")
                .contains("name");
        assertThat(refused(() -> records.list(USER, ZONE, null, null, null, null, 10_001))
                        .violations())
                .extracting("field")
                .containsExactly("limit");
    }

    @Test
    void aDryRunChangesNothing() {
        NewRecord record = body(NewRecord.class, "{'name':'dry','type':'A','content':'192.0.2.1'}");
        Response answer = records.create(DRY, ZONE, record);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(sent(answer).has("steps")).isTrue();
        assertThat(records.list(USER, ZONE, "dry", null, null, null, 10).items())
                .isEmpty();
    }

    @Test
    void whatOthersOwnIsForbidden() {
        NewRecord record = body(NewRecord.class, "{'name':'a','type':'A','content':'192.0.2.1'}");
        assertThat(refused(() -> records.create(USER, new DomainName("example.org"), record))
                        .kind())
                .isEqualTo(ProblemKind.FORBIDDEN);
        RecordId foreign = RecordId.of(new RecordName("www.example.org"), RecordType.A, "00000000");
        assertThat(refused(() -> records.delete(USER, ZONE, foreign)).kind()).isEqualTo(ProblemKind.NOT_FOUND);
    }

    @Test
    void hostileTextIsRefusedOrPlain() {
        for (RecordType type : RecordType.values()) {
            HostileStrings.all().forEach(hostile -> {
                hostile(new NewRecord(hostile, type, null, type.example()));
                hostile(new NewRecord("host", type, null, hostile));
            });
        }
        long serial = agent.read(ADMIN, Dns.ZONE_READ, new ReadZone(ZONE)).serial();
        assertThat(serial).isPositive();
    }

    private void hostile(NewRecord record) {
        try {
            JsonNode sent = sent(records.create(USER, ZONE, record));
            assertThat(sent.get("name").asText() + sent.get("content").asText()).matches("[\\x20-\\x7e]+");
        } catch (ProblemException refused) {
            assertThat(refused.problem().kind()).isIn(ProblemKind.INVALID, ProblemKind.CONFLICT);
        }
    }

    private RecordId add(String name, String type, String content) {
        String text = "{'name':'" + name + "','type':'" + type + "','content':'" + content + "'}";
        return new RecordId(sent(records.create(USER, ZONE, body(NewRecord.class, text)))
                .get("id")
                .asText());
    }
}
