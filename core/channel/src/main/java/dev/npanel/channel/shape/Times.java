package dev.npanel.channel.shape;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Times in ISO 8601. Lists are full of them, and the formatter of the JDK takes longer for one than all the rest of a row. */
public final class Times {
    /** The form that nearly all have: whole seconds in UTC. */
    private static final String USUAL = "0000-00-00T00:00:00Z";

    /** 0000-01-01T00:00:00Z, and ten thousand years later. */
    private static final long FIRST = -62_167_219_200L;

    private static final long END = 253_402_300_800L;
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int SECONDS_OF_HOUR = 3_600;
    private static final int SECONDS_OF_DAY = 86_400;

    private Times() {}

    /** @throws DateTimeException when it is none */
    static Instant parse(String text) {
        return isUsual(text) ? usual(text) : Instant.parse(text);
    }

    /** As {@link Instant#toString()}. */
    public static String text(Instant time) {
        if (time.getNano() != 0 || time.getEpochSecond() < FIRST || time.getEpochSecond() >= END) {
            return time.toString();
        }
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(time.getEpochSecond(), SECONDS_OF_DAY));
        int second = Math.floorMod(time.getEpochSecond(), SECONDS_OF_DAY);
        char[] text = USUAL.toCharArray();
        put(day.getYear() / 100, text, 0);
        put(day.getYear() % 100, text, 2);
        put(day.getMonthValue(), text, 5);
        put(day.getDayOfMonth(), text, 8);
        put(second / SECONDS_OF_HOUR, text, 11);
        put(second % SECONDS_OF_HOUR / SECONDS_OF_MINUTE, text, 14);
        put(second % SECONDS_OF_MINUTE, text, 17);
        return new String(text);
    }

    private static void put(int number, char[] text, int at) {
        text[at] = (char) ('0' + number / 10);
        text[at + 1] = (char) ('0' + number % 10);
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char wanted = USUAL.charAt(i);
            char given = text.charAt(i);
            if (wanted == '0' ? given < '0' || given > '9' : given != wanted) {
                return false;
            }
        }
        return number(text, 11) < 24 && number(text, 14) < SECONDS_OF_MINUTE && number(text, 17) < SECONDS_OF_MINUTE;
    }

    private static Instant usual(String text) {
        LocalDate day = LocalDate.of(number(text, 0) * 100 + number(text, 2), number(text, 5), number(text, 8));
        int seconds = number(text, 11) * SECONDS_OF_HOUR + number(text, 14) * SECONDS_OF_MINUTE + number(text, 17);
        return Instant.ofEpochSecond(day.toEpochDay() * SECONDS_OF_DAY + seconds);
    }

    /** That of two digits. */
    private static int number(String text, int at) {
        return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
    }
}
