package dev.npanel.dns.powerdns.change;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.npanel.dns.powerdns.zone.Metadata;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.Effect;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code dns.powerdns.metadata}: what PowerDNS keeps beside a zone for us. Stateless. */
@Component(service = EffectHandler.class)
public final class MetadataHandler implements EffectHandler<MetadataKey, MetadataState> {
    public static final EffectType<MetadataKey, MetadataState> TYPE =
            new EffectType<>("dns.powerdns.metadata", MetadataKey.class, MetadataState.class);

    public static final String ROLL = "X-NPANEL-ROLL";

    private final Zones zones;

    @Activate
    public MetadataHandler(@Reference Zones zones) {
        this.zones = zones;
    }

    @Override
    public EffectType<MetadataKey, MetadataState> type() {
        return TYPE;
    }

    @Override
    public Optional<MetadataState> read(MetadataKey key) {
        Optional<String> value = switch (key.kind()) {
            case SOA_EDIT_API -> zones.head(key.zone()).map(ZoneHead::soaEditApi);
            case ROLL -> zones.metadata(key.zone(), ROLL).stream().findFirst();
        };
        return value.filter(text -> !text.isEmpty()).map(MetadataState::new);
    }

    @Override
    public void write(MetadataKey key, @Nullable MetadataState state) {
        switch (key.kind()) {
            case SOA_EDIT_API ->
                zones.set(
                        key.zone(),
                        JsonNodeFactory.instance.objectNode().put("soa_edit_api", state == null ? "" : state.value()));
            case ROLL ->
                zones.putMetadata(key.zone(), new Metadata(ROLL, state == null ? List.of() : List.of(state.value())));
        }
    }

    @Override
    public List<String> describe(MetadataKey key, MetadataState state) {
        return List.of(key.kind() + " " + state.value());
    }

    /** The steps after which PowerDNS raises the serial of this zone with every change: none when it does already. */
    public static List<Effect<MetadataKey, MetadataState>> raisingSerial(ZoneHead head) {
        return head.soaEditApi().isEmpty()
                ? List.of(TYPE.put(
                        new MetadataKey(head.zone(), MetadataKey.Kind.SOA_EDIT_API), new MetadataState("INCREASE")))
                : List.of();
    }
}
