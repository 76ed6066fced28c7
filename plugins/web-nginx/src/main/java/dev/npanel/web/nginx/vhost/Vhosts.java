package dev.npanel.web.nginx.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.action.Lock;
import dev.npanel.host.action.Plan;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.record.RecordCodec;
import dev.npanel.host.step.Content;
import dev.npanel.host.step.Step;
import dev.npanel.web.log.SiteLog;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.site.VhostFile;
import dev.npanel.web.vhost.Vhost;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The virtual hosts that are there: their files, and nothing else, know of them. Thread-safe. */
@Component(service = Vhosts.class)
public final class Vhosts {
    private static final String SUFFIX = ".conf";

    private final VhostFile file;

    @Activate
    public Vhosts(@Reference RecordCodec codec) {
        this(codec, Files.exists(Path.of("/proc/net/if_inet6")));
    }

    /** @param ipv6 see {@link VhostFile} */
    public Vhosts(RecordCodec codec, boolean ipv6) {
        this.file = new VhostFile(codec, ipv6);
    }

    /** The virtual host of a domain. */
    Optional<Vhost> find(HostView host, DomainName domain) {
        return host.file(Places.site(domain)).flatMap(file::read);
    }

    /** As {@link #find}, for one that must be there. */
    Vhost require(HostView host, DomainName domain) {
        return find(host, domain).orElseThrow(Vhosts::unknown);
    }

    /** The model in a file, if it can be read. */
    public Optional<Vhost> model(Content content) {
        return file.read(content);
    }

    /** The other virtual hosts of the account. */
    List<Vhost> others(HostView host, Vhost vhost) {
        // most are of other accounts, and need not be taken apart
        String mark = "\"account\":\"" + vhost.account() + "\"";
        return domains(host)
                .filter(domain -> !domain.equals(vhost.domain()))
                .flatMap(domain -> host.file(Places.site(domain)).stream())
                .filter(content -> new String(content.bytes(), StandardCharsets.UTF_8).contains(mark))
                .flatMap(content -> file.read(content).stream())
                .filter(other -> other.account().equals(vhost.account()))
                .toList();
    }

    /** What a change of a virtual host locks that leaves its names as they are. */
    public static Set<Lock> locks(AccountName account, DomainName domain) {
        return VhostLocks.of(account, Set.of(domain));
    }

    /** The virtual host of a domain, which must be there and the account's. */
    public Vhost require(HostView host, DomainName domain, AccountName account) {
        Vhost found = require(host, domain);
        if (!found.account().equals(account)) {
            throw Names.ofAnother();
        }
        return found;
    }

    /** The file of a log of a virtual host, which must be there. */
    public Path log(HostView host, DomainName domain, SiteLog log) {
        AbsolutePath logs = Places.logs(require(host, domain).domain());
        return logs.child(log.name().toLowerCase(Locale.ROOT) + ".log").toPath();
    }

    /** The plan from one state to the next, with these steps before. */
    public Plan<Vhost> changed(HostView host, Vhost before, Vhost after, Step... more) {
        return VhostSteps.put(host, this, before, after, more);
    }

    /** The domains that have one, sorted. */
    public Stream<DomainName> domains(HostView host) {
        return host.children(Places.sites()).stream()
                .filter(name -> name.endsWith(SUFFIX))
                .flatMap(name -> name(name.substring(0, name.length() - SUFFIX.length())))
                .sorted();
    }

    /** The domain whose virtual host answers to the name. */
    Optional<DomainName> answering(HostView host, DomainName name) {
        if (host.file(Places.site(name)).isPresent()) {
            return Optional.of(name);
        }
        return host.file(Places.claim(name))
                .map(claim -> new String(claim.bytes(), StandardCharsets.UTF_8).strip())
                .flatMap(owner -> name(owner).findAny());
    }

    /** The file of a virtual host. */
    public Content content(Vhost vhost) {
        return file.write(vhost);
    }

    static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "web.vhost.unknown", "There is no such virtual host.")
                .asException();
    }

    /** What others have put there is none of ours. */
    private static Stream<DomainName> name(String text) {
        try {
            return Stream.of(new DomainName(text));
        } catch (ProblemException somethingElse) {
            return Stream.empty();
        }
    }
}
