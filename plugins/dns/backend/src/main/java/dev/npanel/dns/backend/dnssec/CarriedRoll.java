package dev.npanel.dns.backend.dnssec;

import dev.npanel.dns.backend.key.HeldKey;
import java.util.List;

/** The note of a key roll on its way to another name server, which has other numbers for the same keys. */
public final class CarriedRoll {
    private static final long NOBODY = 0;

    private CarriedRoll() {}

    /** The note as it is the same everywhere. */
    public static String neutral(String note) {
        return RollNote.parse(note).withOldId(NOBODY).text();
    }

    /** The note of the server with these keys. */
    public static String of(String neutral, List<HeldKey> keys) {
        RollNote note = RollNote.parse(neutral);
        long id = keys.stream()
                .filter(key -> key.tag() == note.oldTag() && key.role() == note.role())
                .map(HeldKey::id)
                .findFirst()
                .orElse(NOBODY);
        return note.withOldId(id).text();
    }
}
