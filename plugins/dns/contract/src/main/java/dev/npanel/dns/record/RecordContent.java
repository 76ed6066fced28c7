package dev.npanel.dns.record;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.IpText;
import dev.npanel.api.value.Text;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Locale;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** The data of a record in presentation format: parsed and written by dnsjava, so that one content has one text. */
public final class RecordContent {
    private static final int MAX_LENGTH = 65_535;
    private static final String TOO_LONG = "must have at most " + MAX_LENGTH + " characters, escapes included";

    private RecordContent() {}

    /**
     * The canonical form of a content whose names are absolute. It is its own canonical form.
     *
     * @throws ProblemException {@code INVALID} with the field {@code content}
     */
    public static String canonical(RecordName name, RecordType type, String content) {
        try {
            return bounded(written(name, type, Text.line(content, MAX_LENGTH).strip()));
        } catch (IOException | IllegalArgumentException wrong) {
            throw Problem.invalid("content", "must be the data of a " + type + " record, such as " + type.example())
                    .asException();
        } catch (ProblemException wrong) {
            throw new ProblemException(
                    Problem.invalid(
                            "content", wrong.problem().violations().get(0).rule()),
                    wrong);
        }
    }

    /**
     * The canonical form of what a person wrote for a record of this zone: the name of the host it points to may be relative,
     * and in Unicode. One with a final dot is absolute, one without any dot is relative to the zone, every other is absolute.
     *
     * @throws ProblemException {@code INVALID} with the field {@code content}
     */
    public static String of(DomainName zone, RecordName name, RecordType type, String content) {
        String[] fields = content.strip().split(" +", -1);
        int target = type == RecordType.NAPTR ? fields.length - 1 : type.target();
        if (target == RecordType.NO_TARGET || target >= fields.length) {
            return canonical(name, type, content);
        }
        fields[target] = absolute(zone, fields[target]);
        return canonical(name, type, String.join(" ", fields));
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

    private static String written(RecordName name, RecordType type, String content) throws IOException {
        if (type == RecordType.TXT) {
            return CharacterStrings.canonical(content);
        }
        if (CharacterStrings.hasComment(content)) {
            throw Text.refuse("must not have a semicolon outside of quotes");
        }
        Record parsed = parse(name, type, CharacterStrings.ascii(asciiTarget(type, content)));
        ContentRules.check(parsed);
        String written = write(type, parsed);
        if (!Arrays.equals(parse(name, type, written).rdataToWireCanonical(), parsed.rdataToWireCanonical())) {
            throw new IOException("its text means something else");
        }
        return written;
    }

    private static Record parse(RecordName name, RecordType type, String ascii) throws IOException {
        Name owner = Name.fromString(name.absolute());
        return Record.fromString(owner, type.code(), DClass.IN, 0, ascii, Name.root);
    }

    private static String write(RecordType type, Record parsed) {
        if (parsed instanceof AAAARecord aaaa) {
            InetAddress address = aaaa.getAddress();
            // Java has one that maps an IPv4 address as that
            return address instanceof Inet6Address ? IpText.of(address) : "::ffff:" + IpText.of(address);
        }
        return type.pointsToHost() ? parsed.rdataToString().toLowerCase(Locale.ROOT) : parsed.rdataToString();
    }

    /** The content with the A-labels of its target, when that has other labels. */
    private static String asciiTarget(RecordType type, String content) {
        if (!type.pointsToHost()) {
            return content;
        }
        int target = content.lastIndexOf(' ') + 1;
        return content.substring(0, target) + RecordName.ascii(content.substring(target));
    }

    private static String bounded(String content) {
        if (content.length() > MAX_LENGTH) {
            throw Text.refuse(TOO_LONG);
        }
        return content;
    }
}
