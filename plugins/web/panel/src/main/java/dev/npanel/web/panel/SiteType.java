package dev.npanel.web.panel;

import dev.npanel.web.site.Site;

/** What a site is, in one word. */
public enum SiteType {
    PHP,
    STATIC,
    PROXY;

    static SiteType of(Site site) {
        if (site instanceof Site.Php) {
            return PHP;
        }
        return site instanceof Site.Static ? STATIC : PROXY;
    }
}
