package dev.npanel.web.panel;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;
import dev.npanel.web.log.SiteLog;

/** A log in a URL: {@code access} or {@code error}. */
public record LogName(String text) implements TextValue {
    public LogName {
        if (!text.equals("access") && !text.equals("error")) {
            throw Text.refuse("must be access or error");
        }
    }

    SiteLog log() {
        return text.equals("access") ? SiteLog.ACCESS : SiteLog.ERROR;
    }
}
