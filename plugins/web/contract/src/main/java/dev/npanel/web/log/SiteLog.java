package dev.npanel.web.log;

/** The logs of a site. */
public enum SiteLog {
    ACCESS,
    ERROR
}
