package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Tenant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnHost
@Tag("C5")
@Order(12)
class DomainsTest {
    private final Ci ci;
    private final Tenant owner;
    private final Tenant other;

    DomainsTest(Ci ci) {
        this.ci = ci;
        this.owner = ci.newTenant();
        this.other = ci.newTenant();
    }

    @Test
    void nobodyAddsAChildOrAParentOfSomebodyElsesDomain() {
        String domain = owner.newDomain();
        assertThat(add(other, "shop." + domain).status()).isIn(403, 409);
        assertThat(add(other, "a.b.c." + domain).status()).isIn(403, 409);
        assertThat(add(other, domain).status()).isIn(403, 409);
        owner.own("shop." + domain);
        String deep = "www.deep" + owner.name() + ".example";
        owner.own(deep);
        assertThat(add(other, deep.substring(4)).status()).isIn(403, 409);
    }

    @Test
    void aLookAlikeSuffixIsNoChild() {
        String domain = owner.newDomain();
        add(other, "x" + domain).expect(201);
    }

    @Test
    void publicSuffixesBelongToNobody() {
        for (String suffix : List.of("co.uk", "com.br", "github.io")) {
            assertThat(add(owner, suffix).status()).as(suffix).isIn(400, 403, 409);
        }
    }

    @Test
    void internationalNamesGoInAndComeOut() {
        String unicode = "bücher-" + owner.name() + ".example";
        String ascii = "xn--bcher-" + owner.name();
        Answer made = add(owner, unicode).expect(201);
        assertThat(made.get("unicode")).isEqualTo(unicode);
        assertThat(made.get("name")).startsWith("xn--bcher-");
        assertThat(ascii).startsWith("xn--");
        owner.session().get("domains/" + made.get("name")).expect(200);
        assertThat(add(owner, made.get("name")).status()).isEqualTo(409);
        assertThat(add(other, unicode.replace("ü", "Ü")).status()).isIn(400, 403, 409);
    }

    @Test
    void whatIdnaWouldSilentlyChangeIsRefused() {
        for (String name : List.of(
                "ｆｕｌｌ.example", "stra\u00dfe.example", "a\u200db.example", "a\u202eb.example", "xn--.example")) {
            Answer answer = add(owner, name);
            assertThat(answer.status()).as(name).isEqualTo(400);
            assertThat(answer.violated()).contains("name");
        }
    }

    @Test
    void foreignDomainsAndThoseThatAreNotThereAreTheSame() {
        String domain = owner.newDomain();
        Answer foreign = other.session().get("domains/" + domain);
        Answer unknown = other.session().get("domains/no-such-domain.example");
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(foreign.code()).isEqualTo(unknown.code());
        assertThat(other.session().delete("domains/" + domain).status()).isEqualTo(403);
        assertThat(other.session().get("domains").expect(200).text()).doesNotContain(domain);
    }

    @Test
    void nobodyGivesDomainsToOthers() {
        Answer answer = owner.session()
                .post("domains", Json.object("name", "gift-" + owner.name() + ".example", "account", other.name()));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void aDomainWithAZoneStaysUntilTheZoneIsGone() {
        String domain = owner.newZone().domain();
        assertThat(owner.session().delete("domains/" + domain).status()).isEqualTo(409);
        owner.session().delete("dns/" + domain).expect(200, 204);
        owner.session().delete("domains/" + domain).expect(204);
        ci.administrator().get("domains/" + domain).expect(404);
    }

    private static Answer add(Tenant whose, String name) {
        return whose.session().post("domains", Json.object("name", name));
    }
}
