package dev.npanel.dns.panel.template;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.dns.zone.Contact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words in braces stand for in one zone: {@code {domain}}, {@code {ip}}, {@code {ipv6}}, {@code {ns1}} to {@code
 * {ns9}}, {@code {hostmaster}}. Immutable.
 */
public final class Placeholders {
    /** As many name servers as there are places for. */
    public static final int MAX_SERVERS = 9;

    private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern KNOWN = Pattern.compile("domain|ip|ipv6|ns[1-9]|hostmaster");
    private static final String REFUSAL =
            "must have no braces but {domain}, {ip}, {ipv6}, {ns1} to {ns9} and {hostmaster}";

    private final Map<String, String> values;

    private Placeholders(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** The values for a zone; an address that the server does not have has none. */
    public static Placeholders of(
            DomainName zone, List<DomainName> nameservers, Contact hostmaster, ServerAddresses addresses) {
        Map<String, String> values = new HashMap<>();
        values.put("domain", zone.text());
        values.put("hostmaster", hostmaster.mail());
        if (addresses.ip() != null) {
            values.put("ip", addresses.ip());
        }
        if (addresses.ipv6() != null) {
            values.put("ipv6", addresses.ipv6());
        }
        for (int index = 0; index < Math.min(nameservers.size(), MAX_SERVERS); index++) {
            values.put("ns" + (index + 1), nameservers.get(index) + ".");
        }
        return new Placeholders(values);
    }

    /** The text, when all its braces are placeholders that exist. */
    static String checked(String text) {
        Matcher places = PLACE.matcher(text);
        while (places.find()) {
            if (!KNOWN.matcher(places.group(1)).matches()) {
                throw Text.refuse(REFUSAL);
            }
        }
        String rest = places.replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
            throw Text.refuse(REFUSAL);
        }
        return text;
    }

    /** The text with the values in their places, or nothing when one of them has no value in this zone. */
    Optional<String> fill(String text) {
        Matcher places = PLACE.matcher(checked(text));
        StringBuilder filled = new StringBuilder();
        while (places.find()) {
            String value = values.get(places.group(1));
            if (value == null) {
                return Optional.empty();
            }
            places.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return Optional.of(places.appendTail(filled).toString());
    }
}
