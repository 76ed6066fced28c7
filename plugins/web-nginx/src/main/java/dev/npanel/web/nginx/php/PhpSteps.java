package dev.npanel.web.nginx.php;

import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Delete;
import dev.npanel.host.step.Ownership;
import dev.npanel.host.step.PutDirectory;
import dev.npanel.host.step.PutFile;
import dev.npanel.host.step.Step;
import dev.npanel.host.step.UnitChange;
import dev.npanel.host.step.UnitChange.Verb;
import dev.npanel.web.php.PhpSettings;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that give a site its pool, or take it away.
 *
 * @param steps in order
 * @param exclusive whether a master comes or goes, so that nobody else may change the account's sites meanwhile
 */
public record PhpSteps(List<Step> steps, boolean exclusive) {
    public PhpSteps {
        steps = List.copyOf(steps);
    }

    /** Nothing to do. */
    public static final PhpSteps NONE = new PhpSteps(List.of(), false);

    /** Both. */
    public PhpSteps and(PhpSteps more) {
        List<Step> all = new ArrayList<>(steps);
        all.addAll(more.steps);
        return new PhpSteps(all, exclusive || more.exclusive);
    }

    /** A pool for the site, in a master that is started for it when there is none. */
    public static PhpSteps put(HostView host, PhpInstance instance, DomainName site, PhpSettings settings) {
        Ownership readable = new Ownership("root", instance.account().text(), 0640);
        List<Step> steps = new ArrayList<>();
        boolean first = pools(host, instance).isEmpty();
        if (first) {
            AbsolutePath versions = instance.versionDirectory();
            if (host.children(parent(versions)).stream()
                    .noneMatch(instance.version().text()::equals)) {
                steps.add(new PutDirectory(versions, Ownership.ROOT_0755));
            }
            steps.add(new PutDirectory(
                    instance.directory(),
                    new Ownership("root", instance.account().text(), 0750)));
            steps.add(new PutFile(instance.main(), Content.of(PoolText.main(instance)), readable));
        }
        steps.add(new PutFile(instance.pool(site), Content.of(PoolText.pool(instance, site, settings)), readable));
        if (first) {
            steps.add(new UnitChange(instance.unit(), Verb.ENABLE));
            steps.add(new UnitChange(instance.unit(), Verb.START));
        } else {
            steps.add(new UnitChange(instance.unit(), Verb.RELOAD));
        }
        return new PhpSteps(steps, first);
    }

    /** The site's pool goes, and with the last one its master. */
    public static PhpSteps remove(HostView host, PhpInstance instance, DomainName site) {
        List<String> others = pools(host, instance).stream()
                .filter(name -> !instance.pool(site).text().endsWith("/" + name))
                .toList();
        if (!others.isEmpty()) {
            return new PhpSteps(
                    List.of(new Delete(instance.pool(site)), new UnitChange(instance.unit(), Verb.RELOAD)), false);
        }
        // not before nginx asks it for nothing any more
        return new PhpSteps(
                List.of(
                        new UnitChange(instance.unit(), Verb.DISABLE),
                        new Delete(instance.directory()),
                        new UnitChange(instance.unit(), Verb.RETIRE)),
                true);
    }

    private static List<String> pools(HostView host, PhpInstance instance) {
        return host.children(instance.directory()).stream()
                .filter(PhpInstance::isPool)
                .toList();
    }

    private static AbsolutePath parent(AbsolutePath path) {
        return new AbsolutePath(path.text().substring(0, path.text().lastIndexOf('/')));
    }
}
