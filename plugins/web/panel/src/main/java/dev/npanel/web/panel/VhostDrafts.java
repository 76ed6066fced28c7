package dev.npanel.web.panel;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AccountName;
import dev.npanel.panel.agent.Agent;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.web.Web;
import dev.npanel.web.php.ListPhp;
import dev.npanel.web.php.PhpVersion;
import dev.npanel.web.php.PhpVersions;
import dev.npanel.web.vhost.AddressRules;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.Www;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes virtual hosts of what people say, with what is usual on this server. Thread-safe. */
@Component(service = VhostDrafts.class)
public final class VhostDrafts {
    private final Agent agent;
    private final Owners owners;

    @Activate
    public VhostDrafts(@Reference Agent agent, @Reference Owners owners) {
        this.agent = agent;
        this.owners = owners;
    }

    /** A new one; what belongs to somebody else, or is not the caller's to say, is refused. */
    Vhost of(CallContext caller, NewVhost wanted) {
        AccountName owner = owners.of(wanted.domain(), wanted.username());
        Vhost plain = new Vhost(
                wanted.domain(),
                owner,
                wanted.aliases(),
                wanted.www() == null ? Www.SERVE : wanted.www(),
                wanted.site().over(wanted.domain(), Optional.empty(), newest(caller, owner)),
                wanted.redirects(),
                wanted.addresses() == null ? AddressRules.NONE : wanted.addresses(),
                false);
        Vhost vhost = wanted.tls() == null ? plain : plain.withTls(wanted.tls().over(null));
        owners.requireNames(vhost);
        owners.requireCertificate(vhost);
        owners.requireUpstream(caller, vhost.site());
        return vhost;
    }

    /** The newest PHP there is for an account. */
    Supplier<PhpVersion> newest(CallContext caller, AccountName account) {
        return () -> {
            PhpVersions there = agent.read(caller, Web.PHP_LIST, new ListPhp(account));
            if (there.versions().isEmpty()) {
                throw Problem.of(ProblemKind.CONFLICT, "web.php.missing", "No PHP is installed.")
                        .asException();
            }
            return there.versions().get(there.versions().size() - 1);
        };
    }
}
