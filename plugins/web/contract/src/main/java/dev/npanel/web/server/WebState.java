package dev.npanel.web.server;

import java.util.List;

/**
 * What is not as it should be.
 *
 * @param findings at most 100
 */
public record WebState(List<Finding> findings) {
    public WebState {
        findings = List.copyOf(findings);
    }
}
