package dev.npanel.web;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Permission;
import dev.npanel.web.php.ListPhp;
import dev.npanel.web.php.PhpVersions;
import dev.npanel.web.vhost.CreateVhost;
import dev.npanel.web.vhost.DeleteVhost;
import dev.npanel.web.vhost.ListVhosts;
import dev.npanel.web.vhost.ReadVhost;
import dev.npanel.web.vhost.ReloadWeb;
import dev.npanel.web.vhost.Reloaded;
import dev.npanel.web.vhost.UpdateVhost;
import dev.npanel.web.vhost.Vhost;
import dev.npanel.web.vhost.VhostPage;
import java.util.List;

/**
 * The contract of the web kind. A backend serves every action; the problems they share are {@code NOT_FOUND web.vhost.unknown},
 * {@code CONFLICT web.name.taken}, {@code CONFLICT web.php.missing}, {@code CONFLICT web.refused} with the web server's own reason,
 * and {@code UNAVAILABLE web.backend.away}.
 */
public final class Web {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);

    /** W1. */
    public static final ActionType<CreateVhost, Vhost> VHOST_CREATE =
            ActionType.change(VERSION, "web.vhost.create", Access.OWNER, CreateVhost.class, Vhost.class);
    /** W3, and all else that can be changed. */
    public static final ActionType<UpdateVhost, Vhost> VHOST_UPDATE =
            ActionType.change(VERSION, "web.vhost.update", Access.OWNER, UpdateVhost.class, Vhost.class);
    /** W2. */
    public static final ActionType<DeleteVhost, Vhost> VHOST_DELETE =
            ActionType.change(VERSION, "web.vhost.delete", Access.OWNER, DeleteVhost.class, Vhost.class);

    public static final ActionType<ReadVhost, Vhost> VHOST_READ =
            ActionType.read(VERSION, "web.vhost.read", Access.OWNER, ReadVhost.class, Vhost.class);
    /** W5. */
    public static final ActionType<ListVhosts, VhostPage> VHOST_LIST =
            ActionType.read(VERSION, "web.vhost.list", Access.OWNER, ListVhosts.class, VhostPage.class);

    public static final ActionType<ListPhp, PhpVersions> PHP_LIST =
            ActionType.read(VERSION, "web.php.list", Access.OWNER, ListPhp.class, PhpVersions.class);
    /** W4. */
    public static final ActionType<ReloadWeb, Reloaded> RELOAD =
            ActionType.change(VERSION, "web.server.reload", Access.ADMINISTRATOR, ReloadWeb.class, Reloaded.class);

    /** To have requests handed to servers that are no account's own: other hosts, and ports below 1024. */
    public static final Permission UPSTREAM_ANY = new Permission("web.upstream.any", Access.ADMINISTRATOR);
    /** To end and take up again what everybody sees of a site. */
    public static final Permission SUSPEND = new Permission("web.vhost.suspend", Access.ADMINISTRATOR);

    public static final Contract CONTRACT = new Contract(
            "web",
            List.of(VHOST_CREATE, VHOST_UPDATE, VHOST_DELETE, VHOST_READ, VHOST_LIST, PHP_LIST, RELOAD),
            List.of(UPSTREAM_ANY, SUSPEND));

    private Web() {}
}
