package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Session;
import dev.npanel.itests.host.Tenant;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@OnHost
@Tag("C3")
@Order(11)
class AccountsTest {
    private final Ci ci;
    private final Session administrator;

    AccountsTest(Ci ci) {
        this.ci = ci;
        this.administrator = ci.administrator();
    }

    @Test
    void anAccountIsAUnixUserWithoutAPasswordAndAShell() {
        Tenant tenant = ci.newTenant();
        String[] entry = ci.host().ask("getent", "passwd", tenant.name()).split(":", -1);
        assertThat(Integer.parseInt(entry[2])).isGreaterThanOrEqualTo(1000);
        assertThat(entry[6]).endsWith("/nologin");
        assertThat(ci.host().ask("stat", "-c", "%a %U", entry[5])).isEqualTo("750 " + tenant.name());
        assertThat(ci.host().ask("getent", "shadow", tenant.name()).split(":", -1)[1])
                .matches("[!*].*");
    }

    @Test
    void anAccountThatGoesTakesItsUserAlong() {
        Tenant tenant = ci.newTenant();
        String home = ci.host().ask("getent", "passwd", tenant.name()).split(":", -1)[5];
        administrator.delete("accounts/" + tenant.name()).expect(204);
        assertThat(ci.host().exec("getent", "passwd", tenant.name()).isOk()).isFalse();
        assertThat(ci.host().exec("getent", "group", tenant.name()).isOk()).isFalse();
        assertThat(ci.host().exec("test", "-e", home).isOk()).isFalse();
        assertThat(administrator.get("accounts/" + tenant.name()).status()).isEqualTo(404);
        assertThat(ci.panel().login(tenant.name(), tenant.session().password()).status())
                .isEqualTo(401);
    }

    @Test
    void anAccountThatOwnsDomainsStays() {
        Tenant tenant = ci.newTenant();
        tenant.newDomain();
        Answer answer = administrator.delete("accounts/" + tenant.name());
        assertThat(answer.status()).isEqualTo(409);
        assertThat(ci.host().exec("getent", "passwd", tenant.name()).isOk()).isTrue();
    }

    @Test
    void namesOfTheSystemAreTaken() {
        for (String name : List.of("root", "daemon", "pdns", "npanel", "mail", "nobody")) {
            String before = ci.host().ask("getent", "passwd", name);
            assertThat(create(name).status()).as(name).isIn(400, 409);
            assertThat(administrator.get("accounts/" + name).status()).as(name).isEqualTo(404);
            assertThat(ci.host().ask("getent", "passwd", name)).isEqualTo(before);
        }
    }

    @Test
    void anAccountIsThereOnce() {
        Tenant tenant = ci.newTenant();
        assertThat(create(tenant.name()).status()).isEqualTo(409);
        ci.panel().login(tenant.name(), tenant.session().password()).expect(200);
    }

    @Test
    void wrongFieldsAreAllNamed() {
        Answer answer = administrator.post(
                "accounts", Json.object("name", "Not A Name", "password", "", "email", "nowhere", "color", "red"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.isProblem()).isTrue();
        assertThat(answer.violated()).contains("name", "password", "email", "color");
    }

    @Test
    void usersSeeAndChangeOnlyThemselves() {
        Tenant one = ci.newTenant();
        Tenant other = ci.newTenant();
        one.session().get("accounts/" + one.name()).expect(200);
        for (String name : List.of(other.name(), "admin", "nosuchaccount")) {
            assertThat(one.session().get("accounts/" + name).status()).as(name).isEqualTo(403);
            assertThat(one.session().delete("accounts/" + name).status())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(one.session().get("accounts").status()).isEqualTo(403);
        assertThat(one.session()
                        .post("accounts", Json.object("name", "mine", "password", Ci.password()))
                        .status())
                .isEqualTo(403);
        assertThat(one.session()
                        .put("accounts/" + one.name() + "/suspended", Json.object("suspended", false))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void administratorsHaveNoUnixUser() {
        Answer made = administrator.post(
                "accounts",
                Json.object(
                        "name",
                        "deputy",
                        "password",
                        Ci.password(),
                        "role",
                        "ADMINISTRATOR",
                        "email",
                        "d@mail.example"));
        assertThat(made.status()).isIn(201, 409);
        assertThat(ci.host().exec("getent", "passwd", "deputy").isOk()).isFalse();
    }

    @Test
    void aDryRunMakesNoUser() {
        Answer preview =
                administrator.post("accounts?dryRun=true", Json.object("name", "phantom", "password", Ci.password()));
        assertThat(preview.status()).isEqualTo(200);
        assertThat(ci.host().exec("getent", "passwd", "phantom").isOk()).isFalse();
        assertThat(administrator.get("accounts/phantom").status()).isEqualTo(404);
    }

    private Answer create(String name) {
        return administrator.post("accounts", Json.object("name", name, "password", Ci.password()));
    }
}
