package dev.npanel.web.vhost;

/** What becomes of the name {@code www} below the domain. */
public enum Www {
    /** It is none of the virtual host's names. */
    NONE,
    /** It is one more name of the site. */
    SERVE,
    /** The site is at it, and the domain itself leads there. */
    ADD,
    /** It leads to the domain. */
    REMOVE
}
