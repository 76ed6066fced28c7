package dev.npanel.web.nginx.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.Secret;
import dev.npanel.host.action.Plan;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.testkit.host.MemoryHost;
import dev.npanel.testkit.plan.PlanText;
import dev.npanel.web.directory.DirectoryPassword;
import dev.npanel.web.directory.DirectoryUser;
import dev.npanel.web.directory.ProtectDirectory;
import dev.npanel.web.directory.UnprotectDirectory;
import dev.npanel.web.nginx.Examples;
import dev.npanel.web.nginx.vhost.Vhosts;
import dev.npanel.web.vhost.UrlPath;
import dev.npanel.web.vhost.Vhost;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("W1")
class DirectoryPlansTest {
    private static final String PASSWORD = "a long Secret 1";
    private static final String USERS = "/etc/npanel-web/users/example.com%private";
    private static final AccountName ALICE = new AccountName("alice");

    private final Vhosts vhosts = new Vhosts(Examples.CODEC, true);
    private final MemoryHost host = new MemoryHost().file("/etc/nginx/conf.d/npanel.conf", "");

    DirectoryPlansTest() {
        there(Examples.vhost(Examples.FILES));
    }

    @Test
    void aPasswordGoesInAndNothingOfItComesOut() {
        Plan<Vhost> plan = protect(user("anna", PASSWORD));

        PutFile users = (PutFile) plan.steps().get(0);
        assertThat(users.path().text()).isEqualTo(USERS);
        assertThat(users.ownership()).isEqualTo(new Ownership("root", "www-data", 0640));
        String line = text(users);
        assertThat(line).startsWith("anna:$2y$").endsWith("\n");
        assertThat(BCrypt.verifyer().verify(PASSWORD.toCharArray(), line.strip().substring("anna:".length())).verified)
                .isTrue();
        assertThat(PlanText.of(plan)).doesNotContain(PASSWORD);
        assertThat(text((PutFile) plan.steps().get(1)))
                .contains("auth_basic \"Staff only\"")
                .contains("[\"anna\"]")
                .doesNotContain("$2y$");
    }

    @Test
    void whoIsThereKeepsThePasswordAndWhoIsNewNeedsOne() {
        host.file(USERS, "anna:hash\nbert:other\n");
        assertThat(text((PutFile) protect(user("anna", null)).steps().get(0))).isEqualTo("anna:hash\n");
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> protect(user("anna", null), user("carl", null)));
        assertThat(refused.problem().violations().get(0).field()).isEqualTo("users[1].password");
    }

    @Test
    void nothingIsLeftOfWhatIsOpenAgain() {
        there(Examples.vhost(Examples.FILES).withDirectories(List.of(Examples.directory("/private"))));
        host.file(USERS, "anna:hash\n");
        Plan<Vhost> plan = unprotect("/private/");
        assertThat(plan.steps().get(0)).isInstanceOf(Delete.class);
        assertThat(text((PutFile) plan.steps().get(1))).doesNotContain("auth_basic_user_file");
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> unprotect("/other"));
        assertThat(refused.problem().code()).isEqualTo("web.directory.unknown");
    }

    private Plan<Vhost> protect(DirectoryPassword... users) {
        return new ProtectDirectoryAction(vhosts)
                .plan(
                        new ProtectDirectory(
                                Examples.DOMAIN, ALICE, new UrlPath("/private"), "Staff only", List.of(users)),
                        host);
    }

    private Plan<Vhost> unprotect(String path) {
        return new UnprotectDirectoryAction(vhosts)
                .plan(new UnprotectDirectory(Examples.DOMAIN, ALICE, new UrlPath(path)), host);
    }

    private void there(Vhost vhost) {
        host.file("/etc/nginx/npanel/sites/example.com.conf", vhosts.content(vhost));
    }

    private static DirectoryPassword user(String name, @Nullable String password) {
        return new DirectoryPassword(new DirectoryUser(name), password == null ? null : new Secret(password));
    }

    private static String text(PutFile put) {
        return new String(put.content().bytes(), StandardCharsets.UTF_8);
    }
}
