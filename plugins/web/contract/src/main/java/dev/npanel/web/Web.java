package dev.npanel.web;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Permission;
import dev.npanel.web.directory.ProtectDirectory;
import dev.npanel.web.directory.UnprotectDirectory;
import dev.npanel.web.log.LogLines;
import dev.npanel.web.log.LogPart;
import dev.npanel.web.log.ReadLog;
import dev.npanel.web.log.ReadLogPart;
import dev.npanel.web.php.ListPhp;
import dev.npanel.web.php.PhpVersions;
import dev.npanel.web.server.InspectWeb;
import dev.npanel.web.server.RepairWeb;
import dev.npanel.web.server.WebState;
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
 * {@code CONFLICT web.neighbour} when the reason is a file of another site that somebody has changed by hand (see {@link #REPAIR}),
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
    /** Directories that ask for a password. */
    public static final ActionType<ProtectDirectory, Vhost> DIRECTORY_PROTECT =
            ActionType.change(VERSION, "web.directory.protect", Access.OWNER, ProtectDirectory.class, Vhost.class);

    public static final ActionType<UnprotectDirectory, Vhost> DIRECTORY_UNPROTECT =
            ActionType.change(VERSION, "web.directory.unprotect", Access.OWNER, UnprotectDirectory.class, Vhost.class);

    public static final ActionType<ReadLog, LogLines> LOG_READ =
            ActionType.read(VERSION, "web.log.read", Access.OWNER, ReadLog.class, LogLines.class);
    public static final ActionType<ReadLogPart, LogPart> LOG_DOWNLOAD =
            ActionType.read(VERSION, "web.log.download", Access.OWNER, ReadLogPart.class, LogPart.class);

    public static final ActionType<InspectWeb, WebState> INSPECT =
            ActionType.read(VERSION, "web.server.inspect", Access.ADMINISTRATOR, InspectWeb.class, WebState.class);
    public static final ActionType<RepairWeb, WebState> REPAIR =
            ActionType.change(VERSION, "web.server.repair", Access.ADMINISTRATOR, RepairWeb.class, WebState.class);
    /** W4. */
    public static final ActionType<ReloadWeb, Reloaded> RELOAD =
            ActionType.change(VERSION, "web.server.reload", Access.ADMINISTRATOR, ReloadWeb.class, Reloaded.class);

    /** To have requests handed to servers that are no account's own: other hosts, and ports below 1024. */
    public static final Permission UPSTREAM_ANY = new Permission("web.upstream.any", Access.ADMINISTRATOR);
    /** To end and take up again what everybody sees of a site. */
    public static final Permission SUSPEND = new Permission("web.vhost.suspend", Access.ADMINISTRATOR);

    /** To have the web server told what this contract has no field for. */
    public static final Permission DIRECTIVES = new Permission("web.vhost.directives", Access.ADMINISTRATOR);

    public static final Contract CONTRACT = new Contract(
            "web",
            List.of(
                    VHOST_CREATE,
                    VHOST_UPDATE,
                    VHOST_DELETE,
                    VHOST_READ,
                    VHOST_LIST,
                    PHP_LIST,
                    DIRECTORY_PROTECT,
                    DIRECTORY_UNPROTECT,
                    LOG_READ,
                    LOG_DOWNLOAD,
                    INSPECT,
                    REPAIR,
                    RELOAD),
            List.of(UPSTREAM_ANY, SUSPEND, DIRECTIVES));

    private Web() {}
}
