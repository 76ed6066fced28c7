package dev.npanel.dns.panel.record;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Text;
import dev.npanel.dns.panel.Violations;
import dev.npanel.dns.record.RecordContent;
import dev.npanel.dns.record.RecordId;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import org.jspecify.annotations.Nullable;

/**
 * What a record is to become. It may be the record as it was read, with its fields changed.
 *
 * @param id the record's own, for those who send all they have read; no other is taken
 * @param name another name, or null or the present one to stay
 * @param unicode as read; not looked at
 * @param type another type, or null or the present one to stay
 * @param ttl seconds, or null to keep the present TTL
 * @param content in presentation format
 */
public record RecordUpdate(
        @Nullable RecordId id,
        @Nullable String name,
        @Nullable String unicode,
        @Nullable RecordType type,
        @Nullable Integer ttl,
        String content) {
    private static final int LONGEST_NAME = 255;

    public RecordUpdate {
        if (unicode != null) {
            requireVisible(unicode);
        }
    }

    /** Whether the record of this id stays at its name and type. */
    boolean staysAt(DomainName zone, RecordId present) {
        return (type == null || type == present.type())
                && (name == null || RecordName.in(zone, name).equals(present.name()));
    }

    /** The canonical content for a record that stays. */
    String content(DomainName zone, RecordId present) {
        return RecordContent.of(zone, present.name(), present.type(), content);
    }

    private static void requireVisible(String unicode) {
        Violations violations = new Violations();
        violations.orThrow(violations.check("unicode", () -> Text.line(unicode, LONGEST_NAME)));
    }

    /** The record that takes the place of the present one, for an update that moves it. */
    NewRecord moved(RecordId present, int presentTtl) {
        return new NewRecord(
                name == null ? present.name().absolute() : name,
                type == null ? present.type() : type,
                ttl == null ? presentTtl : ttl,
                content);
    }
}
