package dev.npanel.web.nginx.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.record.RecordCodec;
import dev.npanel.host.step.Content;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.site.VhostFile;
import dev.npanel.web.vhost.Vhost;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
        this.file = new VhostFile(codec);
    }

    /** The virtual host of a domain. */
    Optional<Vhost> find(HostView host, DomainName domain) {
        return host.file(Places.site(domain)).flatMap(file::read);
    }

    /** As {@link #find}, for one that must be there. */
    Vhost require(HostView host, DomainName domain) {
        return find(host, domain).orElseThrow(Vhosts::unknown);
    }

    /** The domains that have one, sorted. */
    Stream<DomainName> domains(HostView host) {
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
    Content content(Vhost vhost) {
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
