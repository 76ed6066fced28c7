package dev.npanel.api.action;

/** Who holds a permission by role; ownership of the request's {@link Scope} is checked besides. */
public enum Access {
    /** Administrators only. */
    ADMINISTRATOR,
    /** Whoever owns what the request is about, and those above them. */
    OWNER
}
