package dev.npanel.dns.zone;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import dev.npanel.dns.record.RecordName;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The mail address of whoever is responsible for a zone, as the domain name that a SOA record has (RFC 1035 section 8): the
 * local part is its first label, dots in it are escaped, {@code john\.doe.example.com}; absolute, in lower case, without the
 * final dot. A mail address with an at sign is taken too.
 */
public record Contact(String text) implements TextValue {
    private static final int MAX_LABEL = 63;
    private static final int MAX_LENGTH = 253;
    private static final Pattern LOCAL = Pattern.compile("([a-z0-9!#%&'*+/=?^_`{|}~-]|\\\\[.$])+");

    public Contact {
        text = Text.line(text, MAX_LENGTH).toLowerCase(Locale.ROOT);
        text = text.indexOf('@') < 0 ? text : fromMail(text);
        text = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        int dot = firstDot(text);
        String local = text.substring(0, dot);
        if (!LOCAL.matcher(local).matches() || plain(local).length() > MAX_LABEL) {
            throw refuse();
        }
        text = local + "." + domain(text.substring(dot + 1));
    }

    /** The address as people write it. */
    public String mail() {
        int dot = firstDot(text);
        return plain(text.substring(0, dot)) + "@" + text.substring(dot + 1);
    }

    /** The name as master files have it: with the final dot. */
    public String absolute() {
        return text + ".";
    }

    @Override
    public String toString() {
        return text;
    }

    private static String fromMail(String text) {
        try {
            EmailAddress address = new EmailAddress(text);
            return address.local().replace(".", "\\.").replace("$", "\\$") + "." + address.domain();
        } catch (ProblemException wrong) {
            throw refuse();
        }
    }

    private static String domain(String text) {
        try {
            return new RecordName(text).text();
        } catch (ProblemException wrong) {
            throw refuse();
        }
    }

    private static int firstDot(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == '.') {
                return at;
            }
        }
        throw refuse();
    }

    private static String plain(String local) {
        return local.replace("\\", "");
    }

    private static RuntimeException refuse() {
        return Text.refuse("must be a mail address, such as hostmaster@example.com or hostmaster.example.com");
    }
}
