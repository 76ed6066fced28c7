package dev.npanel.dns.record;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;

/** The data of a record in presentation format: parsed and written by dnsjava, so that one content has one text. */
public final class RecordContent {
    private static final int MAX_LENGTH = 65_535;
    private static final int MAX_STRING = 255;
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+\\.?|.*:.*");

    private RecordContent() {}

    /**
     * The canonical form of a content whose names are absolute.
     *
     * @throws ProblemException {@code INVALID} with the field {@code content}
     */
    public static String canonical(RecordName name, RecordType type, String content) {
        return parse(name, type, content, Name.root);
    }

    /**
     * The canonical form of what a person wrote for a record of this zone: host names may be relative. One with a final dot is
     * absolute, one without any dot is relative to the zone, every other is absolute.
     *
     * @throws ProblemException {@code INVALID} with the field {@code content}
     */
    public static String of(DomainName zone, RecordName name, RecordType type, String content) {
        if (!type.pointsToHost()) {
            return canonical(name, type, content);
        }
        String trimmed = content.strip();
        int host = trimmed.lastIndexOf(' ') + 1;
        String target = trimmed.substring(host);
        return canonical(name, type, trimmed.substring(0, host) + absolute(zone, target));
    }

    private static String absolute(DomainName zone, String target) {
        if (target.equals("@")) {
            return zone + ".";
        }
        if (target.isEmpty() || target.endsWith(".")) {
            return target;
        }
        return target.indexOf('.') < 0 ? target + "." + zone + "." : target + ".";
    }

    private static String parse(RecordName name, RecordType type, String content, Name origin) {
        try {
            Text.line(content, MAX_LENGTH);
            Name owner = Name.fromString(name.absolute());
            if (type == RecordType.TXT && !content.stripLeading().startsWith("\"")) {
                return new TXTRecord(owner, DClass.IN, 0, pieces(content)).rdataToString();
            }
            String ascii = type.pointsToHost() ? RecordName.ascii(content) : content;
            Record parsed = Record.fromString(owner, type.code(), DClass.IN, 0, ascii, origin);
            check(parsed);
            return type.pointsToHost() ? parsed.rdataToString().toLowerCase(Locale.ROOT) : parsed.rdataToString();
        } catch (IOException | IllegalArgumentException wrong) {
            throw refuse(type);
        } catch (ProblemException wrong) {
            throw new ProblemException(
                    Problem.invalid(
                            "content", wrong.problem().violations().get(0).rule()),
                    wrong);
        }
    }

    private static void check(Record parsed) throws TextParseException {
        Name target = parsed instanceof MXRecord mx
                ? mx.getTarget()
                : parsed instanceof NSRecord ns
                        ? ns.getTarget()
                        : parsed instanceof CNAMERecord cname
                                ? cname.getTarget()
                                : parsed instanceof PTRRecord ptr
                                        ? ptr.getTarget()
                                        : parsed instanceof SRVRecord srv ? srv.getTarget() : Name.root;
        if (!target.equals(Name.root)) {
            if (ADDRESS.matcher(target.toString()).matches()) {
                throw Text.refuse("must name a host, not an address");
            }
            new RecordName(target.toString());
        }
    }

    /** Text in pieces of at most 255 bytes of UTF-8, each escaped as a character string of RFC 1035 section 5.1. */
    private static List<String> pieces(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < bytes.length; from += MAX_STRING) {
            pieces.add(escaped(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MAX_STRING))));
        }
        return pieces;
    }

    private static String escaped(byte[] piece) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : piece) {
            int value = each & 0xff;
            if (value == '"' || value == '\\') {
                escaped.append('\\').append((char) value);
            } else if (value < 0x20 || value > 0x7e) {
                escaped.append(String.format(Locale.ROOT, "\\%03d", value));
            } else {
                escaped.append((char) value);
            }
        }
        return escaped.toString();
    }

    private static ProblemException refuse(RecordType type) {
        return Problem.invalid("content", "must be the data of a " + type + " record, such as " + example(type))
                .asException();
    }

    private static String example(RecordType type) {
        return switch (type) {
            case A -> "192.0.2.1";
            case AAAA -> "2001:db8::1";
            case CAA -> "0 issue \"letsencrypt.org\"";
            case CNAME, NS, PTR -> "host.example.com.";
            case DS -> "60485 13 2 (64 hexadecimal digits)";
            case HTTPS, SVCB -> "1 . alpn=h2";
            case LOC -> "52 22 23.000 N 4 53 32.000 E -2.00m 1.00m 10000.00m 10.00m";
            case MX -> "10 mail.example.com.";
            case NAPTR -> "100 50 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.com.";
            case SOA -> "ns1.example.com. hostmaster.example.com. 1 10800 3600 604800 3600";
            case SRV -> "0 5 5060 sip.example.com.";
            case SSHFP -> "4 2 (64 hexadecimal digits)";
            case TLSA -> "3 1 1 (64 hexadecimal digits)";
            case TXT -> "\"v=spf1 -all\"";
        };
    }
}
