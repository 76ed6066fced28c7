package dev.npanel.agent.unit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.agent.program.Programs;
import dev.npanel.api.value.AbsolutePath;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With the processes of this machine; what systemd does is for the tests on a host. */
@Tag("C9")
class SystemctlTest {
    private final Systemctl systemctl = new Systemctl(new Programs(), new AbsolutePath("/usr/bin/systemctl"));

    @Test
    void aProcessOfAnotherUnitGetsNoSignal() throws Exception {
        Process other = new ProcessBuilder("/usr/bin/sleep", "60").start();
        try {
            assertThat(systemctl.hangUp("nginx.service", other.pid())).isFalse();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(systemctl.hangUp("nginx.service", other.pid())).isFalse();
    }

    @Test
    void theNameOfTheUnitIsComparedAsAWhole() throws IOException {
        assertThat(systemctl.hangUp("service", ProcessHandle.current().pid())).isFalse();
    }
}
