package dev.npanel.itests.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.OnHost;
import dev.npanel.itests.host.Panel;
import dev.npanel.itests.host.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** ADVISORIES 1, 26, 30, 34, 52. */
@OnHost
@Tag("C1")
@Order(10)
class LoginTest {
    private final Ci ci;
    private final Panel panel;
    private final Tenant tenant;

    LoginTest(Ci ci) {
        this.ci = ci;
        this.panel = ci.panel();
        this.tenant = ci.newTenant();
    }

    @Test
    void whoLogsInLearnsWhoTheyAre() {
        Answer login = panel.login(tenant.name(), tenant.session().password()).expect(200);
        assertThat(login.get("tokenType")).isEqualTo("Bearer");
        assertThat(login.header("Cache-Control")).hasValue("no-store");
        assertThat(me(login.get("accessToken")).expect(200).get("name")).isEqualTo(tenant.name());
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreTheSame() {
        Answer wrong = panel.login(tenant.name(), Ci.password()).expect(401);
        Answer unknown = panel.login("nobodyhere", Ci.password()).expect(401);
        assertThat(wrong.code()).isEqualTo(unknown.code());
        assertThat(wrong.get("detail")).isEqualTo(unknown.get("detail"));
    }

    @Test
    void nothingButALiveAccessTokenOpensADoor() {
        String token = tenant.session().token();
        String[] parts = token.split("\\.", -1);
        String none = base64("{\"alg\":\"none\"}");
        String other = base64("{\"alg\":\"HS512\",\"typ\":\"JWT\"}");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        for (String forged : List.of(
                "",
                "x",
                "..",
                none + "." + parts[1] + ".",
                none + "." + parts[1] + "." + parts[2],
                other + "." + parts[1] + "." + parts[2],
                parts[0] + "." + base64(payload.replace("\"ver\":0", "\"ver\":1")) + "." + parts[2],
                parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse(),
                parts[0] + "." + parts[1] + ".",
                tenant.session().refreshToken(),
                "A".repeat(6_000))) {
            assertThat(panel.send("GET", "auth/me", Map.of("Authorization", "Bearer " + forged), new byte[0])
                            .status())
                    .as(forged)
                    .isEqualTo(401);
        }
        assertThat(panel.send("GET", "auth/me", Map.of("Authorization", "Basic YWRtaW46YWRtaW4="), new byte[0])
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aRefreshTokenIsUsedOnceAndShownAgainEndsTheSession() {
        Answer login = panel.login(tenant.name(), tenant.session().password()).expect(200);
        Answer second = refresh(login.get("refreshToken")).expect(200);
        assertThat(me(second.get("accessToken")).status()).isEqualTo(200);
        assertThat(refresh(login.get("refreshToken")).status()).isEqualTo(401);
        assertThat(refresh(second.get("refreshToken")).status()).isEqualTo(401);
        assertThat(me(second.get("accessToken")).status()).isEqualTo(401);
    }

    @Test
    void whoHasLoggedOutIsOut() {
        Answer login = panel.login(tenant.name(), tenant.session().password()).expect(200);
        panel.anonymous("POST", "auth/logout", Json.object("refreshToken", login.get("refreshToken")))
                .expect(204);
        assertThat(refresh(login.get("refreshToken")).status()).isEqualTo(401);
        assertThat(me(login.get("accessToken")).status()).isEqualTo(401);
    }

    @Test
    @Tag("C3")
    void aSuspensionIsEffectiveAtOnceAndEndsEverySession() {
        Tenant other = ci.newTenant();
        Answer login = panel.login(other.name(), other.session().password()).expect(200);
        suspend(other, true);
        assertThat(me(login.get("accessToken")).status()).isIn(401, 403);
        assertThat(refresh(login.get("refreshToken")).status()).isIn(401, 403);
        assertThat(panel.login(other.name(), other.session().password()).status())
                .isIn(401, 403);
        suspend(other, false);
        panel.login(other.name(), other.session().password()).expect(200);
    }

    @Test
    @Tag("C3")
    void aNewPasswordEndsEverySession() {
        Tenant other = ci.newTenant();
        Answer login = panel.login(other.name(), other.session().password()).expect(200);
        String next = Ci.password();
        ci.administrator()
                .put("accounts/" + other.name() + "/password", Json.object("password", next))
                .expect(204);
        assertThat(me(login.get("accessToken")).status()).isEqualTo(401);
        assertThat(refresh(login.get("refreshToken")).status()).isEqualTo(401);
        assertThat(panel.login(other.name(), other.session().password()).status())
                .isEqualTo(401);
        panel.login(other.name(), next).expect(200);
    }

    @Test
    void whoGuessesHasToWait() {
        Tenant other = ci.newTenant();
        Answer last = panel.login(other.name(), Ci.password());
        for (int i = 0; i < 14 && last.status() == 401; i++) {
            last = panel.login(other.name(), Ci.password());
        }
        assertThat(last.status()).isEqualTo(429);
        assertThat(Integer.parseInt(last.header("Retry-After").orElseThrow())).isPositive();
        ci.restartPanel();
    }

    private Answer me(String token) {
        return panel.json("GET", "auth/me", token, "");
    }

    private Answer refresh(String refreshToken) {
        return panel.anonymous("POST", "auth/refresh", Json.object("refreshToken", refreshToken));
    }

    private void suspend(Tenant whom, boolean suspended) {
        ci.administrator()
                .put("accounts/" + whom.name() + "/suspended", Json.object("suspended", suspended))
                .expect(200);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
