package dev.npanel.agent.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.AbsolutePath;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ProgramsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Programs programs = new Programs();

    @Test
    void givesNothingOfItsOwnEnvironmentOn() throws IOException {
        ProgramResult result = programs.run(new AbsolutePath("/usr/bin/env"), List.of(), LONG);

        assertThat(result.output()).containsExactlyInAnyOrder("PATH=/usr/sbin:/usr/bin:/sbin:/bin", "HOME=/", "LANG=C");
    }

    @Test
    void passesArgumentsOnAsTheyAre() throws IOException {
        String hostile = "$(id); `id` > /tmp/x";

        assertThat(programs.run(new AbsolutePath("/usr/bin/printf"), List.of("%s", hostile), LONG)
                        .output())
                .containsExactly(hostile);
    }

    @Test
    @Timeout(15)
    void killsWhatDoesNotEndInTime() throws IOException {
        ProgramResult result = programs.run(new AbsolutePath("/bin/sleep"), List.of("60"), Duration.ofMillis(200));

        assertThat(result.status()).isEqualTo(ProgramResult.TIMED_OUT);
        assertThat(result.succeeded()).isFalse();
    }

    @Test
    @Timeout(15)
    void keepsTheBeginningOfEndlessOutput() throws IOException {
        ProgramResult result = programs.run(new AbsolutePath("/usr/bin/yes"), List.of(), Duration.ofMillis(500));

        assertThat(result.output().size()).isBetween(1, 20_000);
    }
}
