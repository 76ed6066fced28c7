package dev.npanel.web.php;

import java.util.List;

/** The versions of PHP that are installed, the oldest first. */
public record PhpVersions(List<PhpVersion> versions) {
    public PhpVersions {
        versions = List.copyOf(versions);
    }
}
