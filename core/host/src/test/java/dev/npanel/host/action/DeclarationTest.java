package dev.npanel.host.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.Check;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.EffectType;
import dev.npanel.host.step.Move;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.UnitChange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclarationTest {
    private static final Declaration WEB = new Declaration(
            "npanel.web.nginx",
            Set.of("web.*"),
            Set.of("/etc/nginx/sites/", "/etc/nginx/nginx.conf"),
            Set.of("nginx.service"),
            Set.of("/usr/sbin/nginx"),
            Set.of("web.example"));

    @Test
    void permitsWhatIsDeclaredAndNothingElse() {
        assertThat(WEB.permits(put("/etc/nginx/sites/a"))).isTrue();
        assertThat(WEB.permits(put("/etc/nginx/nginx.conf"))).isTrue();
        assertThat(WEB.permits(put("/etc/nginx/sites"))).isFalse();
        assertThat(WEB.permits(put("/etc/nginx/nginx.confx"))).isFalse();
        assertThat(WEB.permits(put("/etc/shadow"))).isFalse();
        assertThat(WEB.permits(new Delete(path("/etc/nginx/sites/a")))).isTrue();
    }

    @Test
    void bothEndsOfAMoveMustBeDeclared() {
        assertThat(WEB.permits(new Move(path("/etc/nginx/sites/a"), path("/etc/nginx/sites/b"))))
                .isTrue();
        assertThat(WEB.permits(new Move(path("/etc/nginx/sites/a"), path("/etc/cron.d/b"))))
                .isFalse();
    }

    @Test
    void programsUnitsAndEffectsAreNamedExactly() {
        assertThat(WEB.permits(new Check("syntax", path("/usr/sbin/nginx"), List.of("-t"))))
                .isTrue();
        assertThat(WEB.permits(new Check("syntax", path("/bin/nginx"), List.of("-t"))))
                .isFalse();
        assertThat(WEB.permits(new UnitChange("nginx.service", UnitChange.Verb.RELOAD)))
                .isTrue();
        assertThat(WEB.permits(new UnitChange("ssh.service", UnitChange.Verb.STOP)))
                .isFalse();
        assertThat(WEB.permits(effect("web.example"))).isTrue();
        assertThat(WEB.permits(effect("dns.example"))).isFalse();
    }

    @Test
    void actionsAreNamedExactlyOrByKind() {
        assertThat(WEB.mayServe("web.vhost.create")).isTrue();
        assertThat(WEB.mayServe("webmail.create")).isFalse();
        assertThat(WEB.mayServe("unix.account.create")).isFalse();
    }

    private static PutFile put(String path) {
        return new PutFile(path(path), Content.of("x"), Ownership.ROOT_0644);
    }

    private static AbsolutePath path(String path) {
        return new AbsolutePath(path);
    }

    private static dev.npanel.host.step.Effect<Key, Key> effect(String name) {
        return new EffectType<>(name, Key.class, Key.class).remove(new Key("x"));
    }

    private record Key(String name) {}
}
