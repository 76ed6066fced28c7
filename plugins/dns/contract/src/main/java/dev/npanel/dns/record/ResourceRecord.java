package dev.npanel.dns.record;

import dev.npanel.api.problem.Problem;

/**
 * One resource record of class IN.
 *
 * @param name the owner
 * @param type the type
 * @param ttl seconds, 0 to 2,147,483,647 (RFC 2181 section 8)
 * @param content the data in presentation format (RFC 1035 section 5, RFC 9460 …), canonical: names absolute, one space
 *     between fields, text quoted in pieces of at most 255 bytes. Text for a TXT record may be given as it is, without quotes.
 */
public record ResourceRecord(RecordName name, RecordType type, int ttl, String content) {

    public ResourceRecord {
        ttl = checkTtl(ttl);
        content = RecordContent.canonical(name, type, content);
    }

    static int checkTtl(int ttl) {
        if (ttl < 0) {
            throw Problem.invalid("ttl", "must be 0 to 2147483647 seconds").asException();
        }
        return ttl;
    }
}
