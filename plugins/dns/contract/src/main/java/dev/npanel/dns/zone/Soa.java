package dev.npanel.dns.zone;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.record.RecordName;

/**
 * The start of authority of a zone (RFC 1035 section 3.3.13). Times in seconds, 1 to 2,147,483,647.
 *
 * @param primary the name of the primary name server
 * @param contact the mail address of whoever is responsible, as a domain name: {@code hostmaster.example.com}
 * @param serial 0 to 4,294,967,295, compared by RFC 1982; every change raises it
 * @param refresh how often secondaries look whether the serial has changed
 * @param retry how soon they try again when the primary did not answer
 * @param expire after how long without an answer they stop serving the zone
 * @param minimum how long a negative answer may be kept (RFC 2308)
 */
public record Soa(
        RecordName primary, RecordName contact, long serial, int refresh, int retry, int expire, int minimum) {
    private static final long MAX_SERIAL = 0xffff_ffffL;

    public Soa {
        if (serial < 0 || serial > MAX_SERIAL) {
            throw Problem.invalid("serial", "must be 0 to 4294967295").asException();
        }
        refresh = seconds("refresh", refresh);
        retry = seconds("retry", retry);
        expire = seconds("expire", expire);
        minimum = seconds("minimum", minimum);
    }

    /** The usual times for a zone whose first server is {@code primary}. */
    public static Soa of(DomainName zone, RecordName primary) {
        return new Soa(primary, new RecordName("hostmaster." + zone), 1, 10_800, 3_600, 604_800, 3_600);
    }

    /** Reads the canonical content of a SOA record. */
    public static Soa parse(String content) {
        String[] part = content.split(" ", -1);
        return new Soa(
                new RecordName(part[0]),
                new RecordName(part[1]),
                Long.parseLong(part[2]),
                Integer.parseInt(part[3]),
                Integer.parseInt(part[4]),
                Integer.parseInt(part[5]),
                Integer.parseInt(part[6]));
    }

    /** The content of the SOA record. */
    public String content() {
        return primary.absolute() + " " + contact.absolute() + " " + serial + " " + refresh + " " + retry + " " + expire
                + " " + minimum;
    }

    /** The same with another serial. */
    public Soa withSerial(long other) {
        return new Soa(primary, contact, other, refresh, retry, expire, minimum);
    }

    private static int seconds(String field, int value) {
        if (value < 1) {
            throw Problem.invalid(field, "must be 1 to 2147483647 seconds").asException();
        }
        return value;
    }
}
