package dev.npanel.dns.zone;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.Violation;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;
import java.util.ArrayList;
import java.util.List;

/**
 * The start of authority of a zone (RFC 1035 section 3.3.13). Times in seconds, 1 to 2,147,483,647.
 *
 * @param primary the name of the primary name server
 * @param contact the mail address of whoever is responsible
 * @param serial 0 to 4,294,967,295, compared by RFC 1982; every change raises it
 * @param refresh how often secondaries look whether the serial has changed
 * @param retry how soon they try again when the primary did not answer
 * @param expire after how long without an answer they stop serving the zone
 * @param minimum how long a negative answer may be kept, or 0 for not at all (RFC 2308)
 * @param ttl how long the SOA record itself may be kept, or 0 for not at all; no negative answer is kept longer
 */
public record Soa(
        RecordName primary, Contact contact, long serial, int refresh, int retry, int expire, int minimum, int ttl) {
    private static final long MAX_SERIAL = 0xffff_ffffL;
    private static final int FIELDS = 7;

    private static final int REFRESH = 10_800;
    private static final int RETRY = 3_600;
    private static final int EXPIRE = 604_800;
    private static final int MINIMUM = 3_600;
    private static final int TTL = 3_600;

    public Soa {
        List<Violation> wrong = new ArrayList<>();
        if (serial < 0 || serial > MAX_SERIAL) {
            wrong.add(new Violation("serial", "must be 0 to 4294967295"));
        }
        check(wrong, "refresh", refresh, 1);
        check(wrong, "retry", retry, 1);
        check(wrong, "expire", expire, 1);
        check(wrong, "minimum", minimum, 0);
        check(wrong, "ttl", ttl, 0);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong).asException();
        }
    }

    /** The usual times for a zone whose first server is {@code primary}. */
    public static Soa of(DomainName zone, RecordName primary) {
        return new Soa(primary, new Contact("hostmaster." + zone), 1, REFRESH, RETRY, EXPIRE, MINIMUM, TTL);
    }

    /**
     * Reads the content of a SOA record.
     *
     * @param ttl the record's
     * @throws dev.npanel.api.problem.ProblemException {@code INVALID} when it is none, or none that nPanel keeps
     */
    public static Soa parse(String content, int ttl) {
        String[] part = content.split(" ", -1);
        if (part.length != FIELDS) {
            throw Problem.invalid("soa", "must have " + FIELDS + " fields").asException();
        }
        try {
            return new Soa(
                    new RecordName(part[0]),
                    new Contact(part[1]),
                    Long.parseLong(part[2]),
                    Integer.parseInt(part[3]),
                    Integer.parseInt(part[4]),
                    Integer.parseInt(part[5]),
                    Integer.parseInt(part[6]),
                    ttl);
        } catch (NumberFormatException tooLarge) {
            throw Problem.invalid("soa", "must have a serial and times of at most 2147483647 seconds")
                    .asException();
        }
    }

    /** The content of the SOA record. */
    public String content() {
        return primary.absolute() + " " + contact.absolute() + " " + serial + " " + refresh + " " + retry + " " + expire
                + " " + minimum;
    }

    /** The same with another serial. */
    public Soa withSerial(long other) {
        return new Soa(primary, contact, other, refresh, retry, expire, minimum, ttl);
    }

    private static void check(List<Violation> wrong, String field, int value, int least) {
        if (value < least) {
            wrong.add(new Violation(field, "must be " + least + " to 2147483647 seconds"));
        }
    }
}
