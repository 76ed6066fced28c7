package dev.npanel.dns.powerdns.rrset;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.dns.record.RecordContent;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The two ways to write one content: the contract's, and PowerDNS's, which refuses every other ("Not in expected format",
 * 4.7.3).
 */
final class Spelling {
    /** What large zones are full of; there is only one way to write it. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    private static final RecordName ANY = new RecordName("host.example.com");
    private static final int SECONDS = 2;
    private static final int OTHER_SECONDS = 6;
    private static final int METRES = 8;

    private Spelling() {}

    /** The contract's spelling of a content, or empty when the contract has none. */
    static Optional<String> canonical(RecordName name, RecordType type, String content) {
        if (type == RecordType.A && ADDRESS.matcher(content).matches()) {
            return Optional.of(content);
        }
        try {
            return Optional.of(RecordContent.canonical(name, type, content));
        } catch (ProblemException foreign) {
            return Optional.empty();
        }
    }

    /** PowerDNS's spelling of a canonical content. */
    static String ofPdns(String type, String content) {
        return switch (type) {
            case "AAAA" -> hexadecimal(content);
            case "LOC" -> withDecimals(content);
            case "SVCB", "HTTPS" -> withShortAddresses(content);
            default -> content;
        };
    }

    /** PowerDNS takes no dotted quad at the end of an address. */
    private static String hexadecimal(String address) {
        if (address.indexOf('.') < 0) {
            return address;
        }
        int last = address.lastIndexOf(':') + 1;
        int[] quad = Arrays.stream(address.substring(last).split("\\.", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        return address.substring(0, last)
                + Integer.toHexString((quad[0] << 8) | quad[1])
                + ":"
                + Integer.toHexString((quad[2] << 8) | quad[3]);
    }

    private static String withDecimals(String location) {
        String[] part = location.split(" ", -1);
        for (int index = 0; index < part.length; index++) {
            if (index == SECONDS || index == OTHER_SECONDS) {
                part[index] = String.format(Locale.ROOT, "%.3f", Double.parseDouble(part[index]));
            } else if (index >= METRES) {
                double metres = Double.parseDouble(part[index].substring(0, part[index].length() - 1));
                part[index] = String.format(Locale.ROOT, "%.2fm", metres);
            }
        }
        return String.join(" ", part);
    }

    private static String withShortAddresses(String service) {
        return Arrays.stream(service.split(" ", -1))
                .map(part -> part.startsWith("ipv6hint=")
                        ? "ipv6hint="
                                + Arrays.stream(part.substring("ipv6hint=".length())
                                                .split(",", -1))
                                        .map(address ->
                                                ofPdns("AAAA", RecordContent.canonical(ANY, RecordType.AAAA, address)))
                                        .collect(Collectors.joining(","))
                        : part)
                .collect(Collectors.joining(" "));
    }
}
