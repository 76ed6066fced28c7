package dev.npanel.dns.powerdns.key;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.key.KeyState;
import dev.npanel.dns.backend.key.KeysKey;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.backend.key.Matching;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.powerdns.zone.ZoneHead;
import dev.npanel.dns.powerdns.zone.Zones;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.powerdns.keys}: the keys of a zone and how it denies names. Stateless.
 *
 * <p>States name keys and never hold them. So a key that was switched on or off is switched back, and one that was made is
 * switched off; but one that was destroyed cannot come back. Writing therefore goes in this order: it switches on before it
 * switches off, so that the zone is signed all the while; it raises the serial; and when all that has succeeded it destroys
 * what is not wanted, by then keys that neither sign nor are published. That this last step fails matters to nobody: such
 * keys count for nothing in a state, and go with the next write. Plans put this effect last.
 *
 * <p>A state with a living key that is to be made is never equal to one that was read, and one with a living key that was
 * destroyed is refused. So making and destroying keys cannot be reverted out of the history, which would leave a signed zone
 * with keys that its parent does not know.
 */
@Component(service = EffectHandler.class)
public final class KeysHandler implements EffectHandler<KeysKey, KeysState> {
    public static final EffectType<KeysKey, KeysState> TYPE =
            new EffectType<>("dns.powerdns.keys", KeysKey.class, KeysState.class);

    private static final System.Logger LOG = System.getLogger(KeysHandler.class.getName());

    private final Zones zones;
    private final Keys keys;

    @Activate
    public KeysHandler(@Reference Zones zones, @Reference Keys keys) {
        this.zones = zones;
        this.keys = keys;
    }

    @Override
    public EffectType<KeysKey, KeysState> type() {
        return TYPE;
    }

    @Override
    public Optional<KeysState> read(KeysKey key) {
        return zones.head(key.zone())
                .map(head -> new KeysState(
                        head.nsec3(),
                        keys.of(key.zone()).stream().map(HeldKey::state).toList()));
    }

    @Override
    public void write(KeysKey key, @Nullable KeysState state) {
        KeysState wanted = state == null ? new KeysState("", List.of()) : state;
        ZoneHead head = zones.head(key.zone()).orElseThrow(() -> Served.unknown());
        Matching matching = Matching.of(wanted.keys(), keys.of(key.zone()));
        if (!matching.gone().isEmpty()) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.dnssec.keys-gone", "Keys that were destroyed do not come back.")
                    .asException();
        }
        if (!wanted.keys().isEmpty() && !head.rectified()) {
            zones.rectify(key.zone(), true);
        }
        for (KeyState missing : matching.missing()) {
            keys.create(key.zone(), missing.role(), missing.active(), missing.published());
        }
        matching.switchedOn().forEach(each -> set(key, each));
        deny(head, wanted, matching);
        if (!matching.switchedOff().isEmpty()) {
            zones.flush(key.zone());
        }
        matching.switchedOff().forEach(each -> set(key, each));
        zones.patch(key.zone(), List.of(), null, false);
        zones.flush(key.zone());
        matching.surplus().forEach(each -> destroy(key, each));
    }

    @Override
    public List<String> describe(KeysKey key, KeysState state) {
        return state.describe();
    }

    private void destroy(KeysKey key, HeldKey surplus) {
        try {
            keys.delete(key.zone(), surplus.id());
        } catch (ProblemException later) {
            LOG.log(System.Logger.Level.WARNING, "A dead key of {0} is left: {1}", key.zone(), later.getMessage());
        }
    }

    private void set(KeysKey key, KeyState state) {
        keys.set(key.zone(), state.id(), state.active(), state.published());
    }

    /** PowerDNS lets only a signed zone have NSEC3, so this comes after the first key and before the last one goes. */
    private void deny(ZoneHead head, KeysState wanted, Matching matching) {
        boolean signed = !matching.present().isEmpty() || !matching.missing().isEmpty();
        if (signed && !wanted.nsec3().equals(head.nsec3())) {
            zones.set(
                    head.zone(),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("nsec3param", wanted.nsec3())
                            .put("nsec3narrow", false));
        }
    }
}
