package dev.npanel.launcher.log;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;

/**
 * One line of the journal for each record, with the priority that {@code sd-daemon(3)} describes in front; the journal adds the
 * time. Whatever text a client gets into a record stays within its line: control characters and line separators are
 * shown as {@code ?}. Stack traces keep their lines, each with the priority. Thread-safe.
 */
public final class JournalFormatter extends Formatter {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]");

    @Override
    public String format(LogRecord record) {
        String priority = "<" + priority(record.getLevel()) + ">";
        StringBuilder text = new StringBuilder(priority)
                .append(shortName(record.getLoggerName()))
                .append(": ")
                .append(oneLine(formatMessage(record)))
                .append('\n');
        if (record.getThrown() != null) {
            stackTrace(record.getThrown())
                    .lines()
                    .forEach(line -> text.append(priority).append(oneLine(line)).append('\n'));
        }
        return text.toString();
    }

    private static int priority(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return 3;
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return 4;
        }
        return level.intValue() >= Level.INFO.intValue() ? 6 : 7;
    }

    private static String shortName(String logger) {
        return logger == null ? "-" : logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static String oneLine(String text) {
        return BREAKS.matcher(text.replace("\t", "    ")).replaceAll("?");
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
