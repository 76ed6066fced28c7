package dev.npanel.agent.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.agent.audit.AuditEvent.Event;
import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.agent.durable.Durability;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C8")
class AuditCommandTest {
    @TempDir
    private Path directory;

    private final List<String> heads = new ArrayList<>();
    private Path trail;
    private String said = "";

    @BeforeEach
    void write() throws IOException {
        trail = directory.resolve("audit.jsonl");
        try (AuditTrail open = AuditTrail.open(
                trail, AuditTrail.Limits.standard(), Clock.systemUTC(), new Durability(Checkpoints.NONE))) {
            for (int i = 1; i <= 5; i++) {
                open.add(AuditEvent.of(Event.START, "agent"));
                heads.add(open.head());
            }
        }
    }

    @Test
    void saysThatAllIsAsItWasWritten() throws IOException {
        assertThat(run(noted(heads.get(1)) + "something else\n" + noted(heads.get(4))))
                .isZero();
        assertThat(said).isEqualTo("""
                lines 1 to 5
                each follows from the one before it; 2 notes of the log agree
                newest: %s
                """.formatted(heads.get(4)));
    }

    @Test
    void namesTheFirstLineThatDoesNotFollow() throws IOException {
        Files.writeString(trail, Files.readString(trail).replaceFirst("(?m)^(.\"seq\":3,.*)START", "$1STOP"));
        assertThat(run("")).isEqualTo(1);
        assertThat(said).startsWith("lines 1 to 2\nline 3 does not follow from the one before it\n");
    }

    @Test
    void theLogTellsWhenTheEndIsCutOff() throws IOException {
        List<String> lines = Files.readAllLines(trail);
        Files.write(trail, lines.subList(0, 3));
        assertThat(run("")).isZero();
        assertThat(run(noted(heads.get(1)) + noted(heads.get(4)))).isEqualTo(1);
        assertThat(said).contains("line 5, as the log noted it at 2026-11-27T21:56:26Z, is not here\nnewest: 3 ");
    }

    @Test
    void theLogTellsWhenTheTrailWasWrittenAnew() throws IOException {
        assertThat(run(noted("2 " + "0".repeat(64)))).isEqualTo(1);
        assertThat(said).contains("line 2, as the log noted it at 2026-11-27T21:56:26Z, is not here\n");
    }

    @Test
    void aLineThatIsJustBeingWrittenIsNotLookedAt() throws IOException {
        Files.writeString(trail, "{\"seq\":6,\"at\":\"2026-", StandardOpenOption.APPEND);
        assertThat(run(noted(heads.get(4)))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish\n", "{\"seq\":6}\n", "\n", "\u0000\u0000\n"})
    void aWholeLineOfRubbishIsNamedWhereverItStands(String rubbish) throws IOException {
        Files.writeString(trail, rubbish, StandardOpenOption.APPEND);
        assertThat(run(noted(heads.get(4)))).isEqualTo(1);
        assertThat(said).startsWith("lines 1 to 5\nline 6 does not follow from the one before it\n");
    }

    @Test
    void aDamagedByteIsNamedAndNotWhatComesAfter() throws IOException {
        byte[] bytes = Files.readAllBytes(trail);
        bytes[bytes.length / 2] = (byte) 0xff;
        Files.write(trail, bytes);
        assertThat(run(noted(heads.get(4)))).isEqualTo(1);
        assertThat(said).startsWith("lines 1 to 2\nline 3 does not follow from the one before it\nnewest: 2 ");
    }

    @Test
    void aFileOfSomethingElseHasNoLine() throws IOException {
        Files.writeString(trail, "root:x:0:0::/root:/bin/sh\n");
        assertThat(run("")).isEqualTo(1);
        assertThat(said).isEqualTo("no line\nline 1 does not follow from the one before it\n");
    }

    @Test
    void manyNotesAreCounted() throws IOException {
        String log = IntStream.range(100, 150)
                .mapToObj(number -> noted(number + " " + "a".repeat(64)))
                .collect(Collectors.joining());
        assertThat(run(log)).isEqualTo(1);
        assertThat(said.lines()).hasSize(13).contains("nor are 40 more that it noted");
    }

    private static String noted(String head) {
        return "1795816586.123456 host java[845]: Agent: audit trail is at " + head + "\n";
    }

    private int run(String log) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = AuditCommand.run(
                trail, new BufferedReader(new StringReader(log)), new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }
}
