package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Outcome;
import dev.npanel.itests.host.Session;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Root lets an administrator in again who has lost the password, by the command of the package. */
@OnHost
@Tag("C2")
@Order(12)
class RecoveryTest {
    private static final Pattern TOKEN = Pattern.compile("\"token\": \"([^\"]+)\"");
    private static final String LOCKED_OUT = "forgetful";

    private final Ci ci;
    private final Session before;

    RecoveryTest(Ci ci) {
        this.ci = ci;
        String password = Ci.password();
        String account = Json.object("name", LOCKED_OUT, "password", password, "role", "ADMINISTRATOR");
        if (ci.administrator().post("accounts", account).expect(201, 409).status() == 409) {
            String changed = Json.object("password", password);
            ci.administrator()
                    .put("accounts/" + LOCKED_OUT + "/password", changed)
                    .expect(204);
        }
        this.before = ci.session(LOCKED_OUT, password);
    }

    @Test
    void theTokenOfRootGivesANewPasswordOnce() {
        String access = before.token();
        String token = token();
        String password = Ci.password();

        recover(token, password).expect(200);

        assertThat(ci.panel().json("GET", "auth/me", access, "").status()).isEqualTo(401);
        assertThat(ci.panel().login(LOCKED_OUT, before.password()).status()).isEqualTo(401);
        ci.session(LOCKED_OUT, password).get("accounts").expect(200);
        assertThat(recover(token, Ci.password()).status()).isEqualTo(403);
        assertThat(ci.administrator().get("audit?limit=200").text())
                .contains("setup.recovery")
                .doesNotContain(token);
    }

    @Test
    void nobodyElseMakesOrReadsAToken() {
        String token = token();

        assertThat(ci.host()
                        .as("nobody", new byte[0], "/usr/sbin/npanel-recover", LOCKED_OUT)
                        .isOk())
                .isFalse();
        assertThat(ci.host()
                        .as("nobody", new byte[0], "cat", "/run/npanel/recovery")
                        .isOk())
                .isFalse();
        assertThat(ci.host().ask("stat", "-c", "%a %U:%G", "/run/npanel/recovery"))
                .isEqualTo("640 root:npanel");
        assertThat(ci.host().ask("cat", "/run/npanel/recovery")).doesNotContain(token);
    }

    @Test
    void thePanelItselfCannotMakeOne() {
        Outcome forged = ci.host().as("npanel", new byte[0], "touch", "/run/npanel/recovery.forged");

        assertThat(forged.isOk()).isFalse();
    }

    @Test
    void aTokenThatWasTakenBackIsNoneAnyMore() {
        String token = token();
        ci.host().ask("rm", "/run/npanel/recovery");

        assertThat(recover(token, Ci.password()).status()).isEqualTo(403);
    }

    private String token() {
        Matcher said = TOKEN.matcher(ci.host().ask("npanel-recover", LOCKED_OUT));
        assertThat(said.find()).isTrue();
        return said.group(1);
    }

    private Answer recover(String token, String password) {
        return ci.panel()
                .anonymous(
                        "POST",
                        "setup/recovery",
                        Json.object("token", token, "username", LOCKED_OUT, "password", password));
    }
}
