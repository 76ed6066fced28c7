package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@OnHost
@Tag("C2")
@Order(1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetupTest {
    private final Ci ci;

    SetupTest(Ci ci) {
        this.ci = ci;
    }

    @Test
    @Order(1)
    void thereAreNoDefaultCredentials() {
        for (String name : List.of("admin", "root", "npanel", "administrator")) {
            for (String password : List.of("admin", "password", "npanel", "changeme", name)) {
                if (!name.equals("administrator") || password.equals("admin")) {
                    assertThat(ci.panel().login(name, password).status()).isIn(400, 401, 429);
                }
            }
        }
        ci.restartPanel();
    }

    @Test
    @Order(2)
    void onlyRootReadsTheToken() {
        assertThat(ci.host()
                        .as("nobody", new byte[0], "cat", "/var/lib/npanel/panel/setup-token")
                        .isOk())
                .isFalse();
    }

    @Test
    @Order(3)
    void aWrongTokenMakesNobody() {
        Answer answer = setUp("0".repeat(64), "intruder");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.isProblem()).isTrue();
    }

    @Test
    @Order(4)
    void aWeakPasswordIsRefusedAndTheTokenStaysGood() {
        if (ci.host().exec("test", "-e", "/var/lib/npanel/panel/setup-token").isOk()) {
            Answer answer = ci.panel()
                    .anonymous(
                            "POST",
                            "setup",
                            Json.object("token", ci.setupToken(), "username", "admin", "password", "short"));
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.violated()).contains("password");
        }
    }

    @Test
    @Order(5)
    void theTokenIsGoodForOneAdministratorOnce() {
        boolean first = ci.host()
                .exec("test", "-e", "/var/lib/npanel/panel/setup-token")
                .isOk();
        String token = first ? ci.setupToken() : "0".repeat(64);
        assertThat(ci.administrator().get("auth/me").expect(200).get("role")).isEqualTo("ADMINISTRATOR");
        assertThat(setUp(token, "second").status()).isIn(403, 409);
        assertThat(ci.host().exec("cat", "/var/lib/npanel/panel/setup-token").isOk())
                .isFalse();
    }

    @Test
    @Order(6)
    void aNewStartMakesNoNewToken() {
        ci.host().systemctl("restart", "npanel-agent", "npanel-panel");
        ci.awaitReady();
        assertThat(ci.host().exec("cat", "/var/lib/npanel/panel/setup-token").isOk())
                .isFalse();
    }

    private Answer setUp(String token, String name) {
        return ci.panel()
                .anonymous("POST", "setup", Json.object("token", token, "username", name, "password", Ci.password()));
    }
}
