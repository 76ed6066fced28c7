package dev.npanel.web.nginx.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.nginx.php.PhpInstalls;
import dev.npanel.web.nginx.site.ExtraDirectives;
import dev.npanel.web.site.Site;
import dev.npanel.web.vhost.Vhost;
import java.util.List;
import java.util.Optional;

/** What must hold of a virtual host that is to be made or changed, on this host. */
final class Names {
    private Names() {}

    /** Throws a conflict when another virtual host has one of the names, or its PHP or certificate is not there. */
    static void require(HostView host, Vhosts vhosts, Vhost wanted) {
        for (DomainName name : wanted.names()) {
            Optional<DomainName> answering = vhosts.answering(host, name);
            if (answering.isPresent() && !answering.get().equals(wanted.domain())) {
                throw taken(name);
            }
        }
        ExtraDirectives.require(wanted.directives());
        if (wanted.site() instanceof Site.Php php) {
            PhpInstalls.require(host, php.version());
        }
        Certificates.require(host, wanted);
    }

    private static RuntimeException taken(DomainName name) {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "web.name.taken",
                        "There is a virtual host that answers to " + name + " already.")
                .asException();
    }

    /** Throws a conflict when a change would touch the protected directories, which have actions of their own. */
    static void requireDirectories(List<ProtectedDirectory> present, Vhost wanted) {
        if (!present.equals(wanted.directories())) {
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "web.directories.changed",
                            "The protected directories have changed meanwhile.")
                    .asException();
        }
    }

    static RuntimeException exists() {
        return Problem.of(ProblemKind.CONFLICT, "web.vhost.exists", "There is a virtual host of this domain already.")
                .asException();
    }

    static RuntimeException ofAnother() {
        return Problem.of(
                        ProblemKind.CONFLICT,
                        "web.vhost.account",
                        "The virtual host belongs to another account; it has to be deleted and made again.")
                .asException();
    }
}
