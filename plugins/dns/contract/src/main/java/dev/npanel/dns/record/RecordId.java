package dev.npanel.dns.record;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Names a record as long as it exists, also when its content or TTL is changed. Opaque to clients; inside it are the record's
 * owner and type, so that a record is found without reading its zone, and a tag that is unique among the records of that set.
 */
public record RecordId(String text) implements TextValue {
    private static final int MAX_LENGTH = 370;
    private static final Pattern TAG = Pattern.compile("[0-9a-f]{8}");

    public RecordId {
        int dot = text.indexOf('.');
        if (dot < 0
                || text.length() > MAX_LENGTH
                || !TAG.matcher(text.substring(dot + 1)).matches()) {
            throw refuse();
        }
        String[] parts = split(text);
        // one spelling of the place only: Base64 has others
        if (!text.startsWith(place(parts[0], parts[1]) + ".")) {
            throw refuse();
        }
    }

    /** @param tag eight hexadecimal digits */
    public static RecordId of(RecordName name, RecordType type, String tag) {
        return new RecordId(place(type.name(), name.text()) + "." + tag);
    }

    /** The owner of the record. */
    public RecordName name() {
        return new RecordName(split(text)[1]);
    }

    /** The type of the record. */
    public RecordType type() {
        return RecordType.valueOf(split(text)[0]);
    }

    /** What tells the records of one set from each other. */
    public String tag() {
        return text.substring(text.indexOf('.') + 1);
    }

    @Override
    public String toString() {
        return text;
    }

    private static String place(String type, String name) {
        byte[] place = (type + " " + name).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place);
    }

    private static String[] split(String text) {
        try {
            byte[] place = Base64.getUrlDecoder().decode(text.substring(0, text.indexOf('.')));
            String[] parts = new String(place, StandardCharsets.US_ASCII).split(" ", 2);
            RecordType.valueOf(parts[0]);
            parts[1] = new RecordName(parts[1]).text();
            return parts;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException | ProblemException wrong) {
            throw refuse();
        }
    }

    private static RuntimeException refuse() {
        return Text.refuse("must be the id of a record");
    }
}
