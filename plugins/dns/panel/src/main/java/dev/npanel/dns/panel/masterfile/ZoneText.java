package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.problem.Problem;

/**
 * A zone file in JSON, for clients that cannot send it as it is.
 *
 * @param zone the file
 */
public record ZoneText(String zone) {
    static final int MAX_LENGTH = 4 * 1024 * 1024;

    public ZoneText {
        if (zone.isBlank() || zone.length() > MAX_LENGTH) {
            throw Problem.invalid("zone", "must be a zone file of 1 to " + MAX_LENGTH + " characters")
                    .asException();
        }
    }
}
