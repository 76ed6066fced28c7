package dev.npanel.itests.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import dev.npanel.itests.host.Zone;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnHost
@Tag("C9")
@Order(21)
class ChangesTest {
    private final Ci ci;
    private final Tenant tenant;
    private final Zone zone;

    ChangesTest(Ci ci) {
        this.ci = ci;
        tenant = ci.newTenant();
        zone = tenant.newZone();
    }

    @Test
    void aDryRunShowsTheDifferenceAndMakesNone() {
        List<String> before = zone.served();
        long serial = zone.serial();
        Answer preview = tenant.session()
                .post(
                        zone.path("records?dryRun=true"),
                        "{\"name\":\"dry\",\"type\":\"A\",\"content\":\"192.0.2.1\",\"ttl\":300}")
                .expect(200);
        assertThat(preview.json().path("steps")).isNotEmpty();
        assertThat(preview.text()).contains("192.0.2.1");
        assertThat(preview.header("NPanel-Change")).isEmpty();
        assertThat(zone.served()).isEqualTo(before);
        assertThat(zone.serial()).isEqualTo(serial);
    }

    @Test
    void aDryRunOfSomethingWrongIsRefusedAsTheRealThing() {
        Answer answer = tenant.session()
                .post(
                        zone.path("records?dryRun=true"),
                        "{\"name\":\"@\",\"type\":\"CNAME\",\"content\":\"a.example.\",\"ttl\":300}");
        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void aChangeIsInTheHistoryAndCanBeTakenBack() {
        List<String> before = zone.served();
        String change = zone.add("oops", "A", "192.0.2.1").expect(201).change();
        assertThat(history()).contains(change);
        Answer detail = tenant.session()
                .get("changes/" + change + "?domain=" + zone.domain())
                .expect(200);
        assertThat(detail.text()).contains("192.0.2.1");
        revert(change).expect(200, 201);
        assertThat(zone.served()).isEqualTo(before);
        assertThat(zone.ask("oops", "A")).isEmpty();
    }

    @Test
    void aChangeWhoseStateHasMovedOnStays() {
        Answer added = zone.add("moved", "A", "192.0.2.1").expect(201);
        zone.update(added.get("id"), "192.0.2.2", 300).expect(200);
        assertThat(revert(added.change()).status()).isEqualTo(409);
        assertThat(zone.ask("moved", "A")).containsExactly("192.0.2.2");
    }

    @Test
    void aZoneThatWasDeletedComesBack() {
        Zone other = tenant.newZone();
        other.add("www", "A", "192.0.2.1").expect(201);
        List<String> before = other.served();
        String change = tenant.session().delete(other.path("")).expect(200, 204).change();
        tenant.session()
                .post("changes/" + change + "/revert?domain=" + other.domain(), "")
                .expect(200, 201);
        assertThat(other.served()).isEqualTo(before);
        assertThat(other.ask("www", "A")).containsExactly("192.0.2.1");
    }

    @Test
    void othersSeeNothingOfIt() {
        String change = zone.add("private", "A", "192.0.2.1").expect(201).change();
        Tenant other = ci.newTenant();
        String domain = other.newDomain();
        assertThat(other.session().get("changes?domain=" + zone.domain()).status())
                .isEqualTo(403);
        assertThat(other.session()
                        .get("changes/" + change + "?domain=" + zone.domain())
                        .status())
                .isEqualTo(403);
        assertThat(other.session()
                        .get("changes/" + change + "?domain=" + domain)
                        .status())
                .isIn(403, 404);
        assertThat(other.session()
                        .post("changes/" + change + "/revert?domain=" + domain, "")
                        .status())
                .isIn(403, 404);
        assertThat(other.session().get("changes").status()).isIn(400, 403);
        assertThat(zone.ask("private", "A")).containsExactly("192.0.2.1");
    }

    /** The domain has changed hands: what was done to it before stays out of sight. */
    @Test
    void whoGetsADomainAfterwardsSeesNothingOfItEither() {
        Zone going = tenant.newZone();
        String before =
                going.add("secret", "TXT", "\"of the one before\"").expect(201).change();
        String gone = tenant.session().delete(going.path("")).expect(200, 204).change();
        tenant.session().delete("domains/" + going.domain()).expect(204);
        Tenant next = ci.newTenant();
        next.session().post("domains", "{\"name\":\"" + going.domain() + "\"}").expect(201);
        String of = "?domain=" + going.domain();
        assertThat(next.session().get("changes" + of).expect(200).text()).doesNotContain(before, gone);
        assertThat(next.session().get("changes/" + before + of).status()).isEqualTo(404);
        assertThat(next.session().post("changes/" + gone + "/revert" + of, "").status())
                .isEqualTo(404);
        assertThat(ci.administrator().get("changes" + of).expect(200).text()).contains(before, gone);
    }

    private String history() {
        return tenant.session()
                .get("changes?domain=" + zone.domain())
                .expect(200)
                .text();
    }

    private Answer revert(String change) {
        return tenant.session().post("changes/" + change + "/revert?domain=" + zone.domain(), "");
    }
}
