package dev.npanel.dns.powerdns.zone;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.powerdns.zone}: a zone as a whole, for making and ending one. Stateless. */
@Component(service = EffectHandler.class)
public final class ZoneHandler implements EffectHandler<ZoneKey, ZoneState> {
    public static final EffectType<ZoneKey, ZoneState> TYPE =
            new EffectType<>("dns.powerdns.zone", ZoneKey.class, ZoneState.class);

    private static final Set<String> KEPT = Set.of(
            "ALLOW-AXFR-FROM",
            "ALLOW-DNSUPDATE-FROM",
            "ALSO-NOTIFY",
            "AXFR-SOURCE",
            "FORWARD-DNSUPDATE",
            "IXFR",
            "NOTIFY-DNSUPDATE",
            "PUBLISH-CDNSKEY",
            "PUBLISH-CDS",
            "SLAVE-RENOTIFY",
            "SOA-EDIT-DNSUPDATE",
            "TSIG-ALLOW-AXFR",
            "TSIG-ALLOW-DNSUPDATE");

    private final Zones zones;

    @Activate
    public ZoneHandler(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public EffectType<ZoneKey, ZoneState> type() {
        return TYPE;
    }

    @Override
    public Optional<ZoneState> read(ZoneKey key) {
        return zones.find(key.zone()).map(doc -> {
            ZoneHead head = doc.head();
            List<Metadata> metadata = zones.metadata(key.zone()).stream()
                    .filter(each -> KEPT.contains(each.kind()))
                    .toList();
            List<Rrset> sets = doc.sets().stream().map(SoaSet::withoutSerial).toList();
            return new ZoneState(
                    head.kind(),
                    head.account(),
                    head.soaEdit(),
                    head.soaEditApi(),
                    head.rectified(),
                    head.serial(),
                    metadata,
                    sets);
        });
    }

    @Override
    public void write(ZoneKey key, @Nullable ZoneState state) {
        if (state == null) {
            zones.delete(key.zone());
            return;
        }
        try {
            zones.create(key.zone(), state);
        } catch (ProblemException refused) {
            if (!refused.problem().code().equals("dns.zone.exists")) {
                throw refused;
            }
            change(key, state);
        }
        zones.flush(key.zone());
    }

    @Override
    public List<String> describe(ZoneKey key, ZoneState state) {
        List<String> lines = new ArrayList<>();
        lines.add("zone " + key.zone() + " " + state.kind());
        state.metadata().forEach(each -> lines.add("metadata " + each.kind() + " " + String.join(" ", each.values())));
        state.sets().forEach(set -> lines.addAll(set.lines()));
        return lines;
    }

    /** Leads a zone that is there already into the state. */
    private void change(ZoneKey key, ZoneState state) {
        zones.set(
                key.zone(),
                JsonNodeFactory.instance
                        .objectNode()
                        .put("kind", state.kind())
                        .put("account", state.account())
                        .put("soa_edit", state.soaEdit())
                        .put("soa_edit_api", state.soaEditApi())
                        .put("api_rectify", true));
        Map<Place, Rrset> surplus = zones.whole(key.zone()).byPlace();
        List<Rrset> sets = new ArrayList<>(state.sets());
        state.sets().forEach(set -> surplus.remove(set.place()));
        surplus.keySet().forEach(place -> sets.add(Rrset.none(place)));
        zones.patch(key.zone(), sets, null, false);
        zones.rectify(key.zone(), state.rectified());
        state.metadata().forEach(each -> zones.putMetadata(key.zone(), each));
    }
}
