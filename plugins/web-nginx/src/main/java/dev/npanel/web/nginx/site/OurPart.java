package dev.npanel.web.nginx.site;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;

/** nPanel's part of nginx' configuration, which has nginx read the sites. Where it does not go with what an administrator has written,
 * the package leaves it out. */
public final class OurPart {
    private static final String NAME = "npanel.conf";
    private static final int RETRY = 300;

    /** Where it is. */
    public static final AbsolutePath FILE = Places.configuration().child(NAME);

    private OurPart() {}

    /** Whether nginx reads it. */
    public static boolean isThere(HostView host) {
        return host.children(Places.configuration()).contains(NAME);
    }

    /** Throws {@code UNAVAILABLE} when nginx does not read it, so that no site is said to be made that nobody serves. */
    public static void require(HostView host) {
        if (!isThere(host)) {
            throw Problem.unavailable(
                            "web.server.apart",
                            "The web server does not serve the sites of nPanel: its administrator finds the reason in the health.",
                            RETRY)
                    .asException();
        }
    }
}
