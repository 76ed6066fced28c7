package dev.npanel.dns.panel.template;

import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.zone.Contact;
import dev.npanel.dns.zone.Soa;
import org.jspecify.annotations.Nullable;

/** Some fields of a start of authority; those that are null stay as they are. Times in seconds. */
public record SoaFields(
        @Nullable RecordName primary,
        @Nullable Contact contact,
        @Nullable Long serial,
        @Nullable Integer refresh,
        @Nullable Integer retry,
        @Nullable Integer expire,
        @Nullable Integer minimum,
        @Nullable Integer ttl) {

    /** The start of authority with these fields instead of its own. */
    public Soa over(Soa present) {
        return new Soa(
                primary == null ? present.primary() : primary,
                contact == null ? present.contact() : contact,
                serial == null ? present.serial() : serial,
                refresh == null ? present.refresh() : refresh,
                retry == null ? present.retry() : retry,
                expire == null ? present.expire() : expire,
                minimum == null ? present.minimum() : minimum,
                ttl == null ? present.ttl() : ttl);
    }
}
