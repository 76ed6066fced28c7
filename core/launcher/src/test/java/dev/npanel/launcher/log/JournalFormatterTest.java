package dev.npanel.launcher.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalFormatterTest {
    private final JournalFormatter formatter = new JournalFormatter();

    @ParameterizedTest
    @CsvSource({"SEVERE, 3", "WARNING, 4", "INFO, 6", "CONFIG, 7", "FINE, 7", "FINEST, 7"})
    void saysThePriorityAndWho(String level, int priority) {
        assertThat(format(record(Level.parse(level), "done"))).isEqualTo("<" + priority + ">Engine: done\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\u0000b", "a\u001bb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u007fb"})
    void whatAClientSendsStaysInItsLine(String hostile) {
        assertThat(format(record(Level.INFO, hostile))).isEqualTo("<6>Engine: a?b\n");
    }

    @Test
    void aStackTraceHasThePriorityInEveryLine() {
        LogRecord record = record(Level.SEVERE, "failed");
        record.setThrown(new IllegalStateException("one\n<6>Engine: forged", new IllegalArgumentException("cause")));

        assertThat(format(record).lines())
                .hasSizeGreaterThan(4)
                .allMatch(line -> line.startsWith("<3>"))
                .noneMatch(line -> line.contains("\t"));
    }

    @Test
    void aRecordOfNobodyIsShownToo() {
        assertThat(format(new LogRecord(Level.INFO, "text"))).isEqualTo("<6>-: text\n");
    }

    private String format(LogRecord record) {
        return formatter.format(record);
    }

    private static LogRecord record(Level level, String text) {
        LogRecord record = new LogRecord(level, text);
        record.setLoggerName("dev.npanel.agent.engine.Engine");
        return record;
    }
}
