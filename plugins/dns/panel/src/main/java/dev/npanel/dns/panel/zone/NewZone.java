package dev.npanel.dns.panel.zone;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.panel.record.NewRecord;
import dev.npanel.dns.panel.template.Placeholders;
import dev.npanel.dns.panel.template.SoaFields;
import dev.npanel.dns.panel.template.TemplateName;
import dev.npanel.dns.zone.ZoneType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A zone as a person asks for it (D1).
 *
 * @param type null for {@link ZoneType#NATIVE}
 * @param nameservers at most nine; empty for those of the template or the server's defaults
 * @param template null for the server's default, or for none when there are records
 * @param soa what differs from the usual, or null
 * @param records besides those of the template, or instead of those with the same name and type
 */
public record NewZone(
        DomainName domain,
        @Nullable ZoneType type,
        List<DomainName> nameservers,
        @Nullable TemplateName template,
        @Nullable SoaFields soa,
        List<NewRecord> records) {
    public NewZone {
        nameservers = List.copyOf(nameservers);
        records = List.copyOf(records);
        if (nameservers.size() > Placeholders.MAX_SERVERS) {
            throw Problem.invalid("nameservers", "must have at most " + Placeholders.MAX_SERVERS + " elements")
                    .asException();
        }
    }

    /** One that only the domain is known of. */
    static NewZone usual(DomainName domain) {
        return new NewZone(domain, null, List.of(), null, null, List.of());
    }
}
