package dev.npanel.dns.bind.key;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.key.KeyState;
import dev.npanel.dns.backend.key.KeysKey;
import dev.npanel.dns.backend.key.KeysState;
import dev.npanel.dns.backend.key.Matching;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.bind.wire.Named;
import dev.npanel.dns.bind.zone.Turns;
import dev.npanel.dns.bind.zone.ZoneFiles;
import dev.npanel.dns.bind.zone.Zones;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.step.EffectType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code dns.bind.keys}: the keys of a zone and how it denies names. Stateless.
 *
 * <p>Keys are files that named reads when it is told to sign; it then publishes, takes out and signs in one change, and
 * goes on to sign the rest of the zone. This waits until it has: signatures of a key that goes are not taken away before
 * those of the key that comes are there. Keys that are not wanted any more are destroyed last, when named has let go of them.
 *
 * <p>States name keys and never hold them; see {@link Matching} for what that means for undoing and reverting.
 */
@Component(service = EffectHandler.class)
public final class KeysHandler implements EffectHandler<KeysKey, KeysState> {
    public static final EffectType<KeysKey, KeysState> TYPE =
            new EffectType<>("dns.bind.keys", KeysKey.class, KeysState.class);

    private final Named named;
    private final Zones zones;
    private final ZoneFiles files;
    private final Keys keys;
    private final Turns turns;

    @Activate
    public KeysHandler(
            @Reference Named named,
            @Reference Zones zones,
            @Reference ZoneFiles files,
            @Reference Keys keys,
            @Reference Turns turns) {
        this.named = named;
        this.zones = zones;
        this.files = files;
        this.keys = keys;
        this.turns = turns;
    }

    @Override
    public EffectType<KeysKey, KeysState> type() {
        return TYPE;
    }

    @Override
    public Optional<KeysState> read(KeysKey key) {
        return zones.info(key.zone())
                .map(info -> new KeysState(
                        keys.nsec3(key.zone()),
                        keys.of(key.zone()).stream().map(held -> held.state()).toList()));
    }

    @Override
    public void write(KeysKey key, @Nullable KeysState state) {
        KeysState wanted = state == null ? new KeysState("", List.of()) : state;
        turns.take(key.zone(), () -> write(key.zone(), wanted));
    }

    @Override
    public List<String> describe(KeysKey key, KeysState state) {
        return state.describe();
    }

    private void write(DomainName zone, KeysState wanted) {
        if (wanted.keys().stream().noneMatch(KeyState::isAlive)) {
            files.unsign(zone, keys.names(zone));
            return;
        }
        Matching matching = Matching.of(wanted.keys(), keys.of(zone));
        if (!matching.gone().isEmpty()) {
            throw Problem.of(ProblemKind.CONFLICT, "dns.dnssec.keys-gone", "Keys that were destroyed do not come back.")
                    .asException();
        }
        try {
            sign(zone, wanted.nsec3(), changed(zone, matching));
            for (KeyFile file : keys.files(zone)) {
                if (matching.surplus().stream().anyMatch(surplus -> surplus.tag() == file.tag())) {
                    keys.delete(file);
                }
            }
        } catch (IOException failed) {
            throw Away.because(failed);
        }
    }

    /** The keys as they are to be, written. */
    private List<KeyFile> changed(DomainName zone, Matching matching) throws IOException {
        Map<Integer, KeyFile> all = new TreeMap<>();
        keys.files(zone).forEach(file -> all.put(file.tag(), file));
        List<KeyState> flags = new ArrayList<>(matching.switchedOn());
        // after them: what is also to be switched off stands there with all that it is to be in the end
        flags.addAll(matching.switchedOff());
        for (KeyState each : flags) {
            all.computeIfPresent(each.tag(), (tag, file) -> file.with(each.active(), each.published()));
        }
        for (KeyState missing : matching.missing()) {
            KeyFile made = KeyFile.generate(
                    zone, missing.role(), List.copyOf(all.keySet()), missing.active(), missing.published());
            all.put(made.tag(), made);
        }
        int ttl = zones.require(zone).soa().minimum();
        for (KeyFile file : all.values()) {
            keys.write(file, ttl);
        }
        return List.copyOf(all.values());
    }

    /** Gives named keys that were made elsewhere, of a zone that has none. */
    void take(DomainName zone, String nsec3, List<KeyFile> taken) {
        turns.take(zone, () -> {
            int ttl = zones.require(zone).soa().minimum();
            try {
                for (KeyFile file : taken) {
                    keys.write(file, ttl);
                }
            } catch (IOException failed) {
                throw Away.because(failed);
            }
            if (taken.stream().anyMatch(file -> file.active() || file.published())) {
                sign(zone, nsec3, taken);
            }
        });
    }

    private void sign(DomainName zone, String nsec3, List<KeyFile> wanted) {
        if (!nsec3.equals(keys.nsec3(zone))) {
            command("signing -nsec3param " + (nsec3.isEmpty() ? "none" : nsec3) + " " + zone);
        }
        command("sign " + zone);
        Signatures signatures = new Signatures(named, zone);
        files.await(() -> signatures.are(wanted, nsec3));
        command("signing -clear all " + zone);
        files.await(signatures::areCleared);
    }

    private void command(String command) {
        if (!named.control(command).isGood()) {
            throw Away.because(new IllegalStateException("named does not " + command));
        }
    }
}
