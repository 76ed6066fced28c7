package dev.npanel.dns.backend.carry;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.dns.carry.Place;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a daemon can be, and what brings it there: a file that says on which addresses it listens, and its unit.
 *
 * @param file read by the daemon when it starts
 * @param unit the daemon's unit
 * @param reloads whether the daemon listens elsewhere when it is told to read the file again
 * @param listening what the file says; without a file, or with another one, the daemon serves
 */
public record Quarters(AbsolutePath file, String unit, boolean reloads, Map<Place, String> listening) {
    public Quarters {
        listening = Map.copyOf(listening);
    }

    /** Where the daemon is. */
    public Place now(HostView host) {
        String text = host.file(file)
                .map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .orElse("");
        return listening.entrySet().stream()
                .filter(each -> each.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Place.SERVING);
    }

    /**
     * The steps that bring it to a place. What need not be done while nobody answers on port 53 is not: a daemon is enabled before
     * it serves, and disabled some time after it has.
     */
    List<Step> steps(Place place, HostView host) {
        Place now = now(host);
        List<Step> steps = new ArrayList<>();
        if (now != place) {
            Content content = Content.of(listening.getOrDefault(place, ""));
            steps.add(new PutFile(file, content, Ownership.ROOT_0644));
        }
        switch (place) {
            case SERVING -> {
                if (now == Place.RESTING) {
                    steps.add(new UnitChange(unit, Verb.ENABLE));
                }
                boolean gently = now == Place.STANDBY && reloads;
                steps.add(new UnitChange(unit, now == place ? Verb.START : gently ? Verb.RELOAD : Verb.RESTART));
            }
            case STANDBY -> {
                steps.add(new UnitChange(unit, Verb.ENABLE));
                steps.add(new UnitChange(unit, now == place ? Verb.START : Verb.RESTART));
            }
            case RESTING -> {
                // one that leaves port 53 sooner than it stops is stopped later, when it is moved again
                boolean leaves = now == Place.SERVING && reloads;
                steps.add(new UnitChange(unit, leaves ? Verb.RELOAD : Verb.STOP));
                if (now != Place.SERVING) {
                    steps.add(new UnitChange(unit, Verb.DISABLE));
                }
            }
        }
        return steps;
    }
}
