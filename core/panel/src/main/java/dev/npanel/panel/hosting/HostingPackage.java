package dev.npanel.panel.hosting;

import dev.npanel.api.problem.Problem;
import java.util.regex.Pattern;

/**
 * The limits of the accounts that have this package.
 *
 * @param domains how many domains such an account may have
 */
public record HostingPackage(String name, int domains) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    public HostingPackage {
        if (!isName(name)) {
            throw Problem.invalid("name", "must have 1 to 32 characters of a-z, 0-9 and - and begin with a letter")
                    .asException();
        }
        if (domains < 0) {
            throw Problem.invalid("domains", "must not be negative").asException();
        }
    }

    /** Whether a package may have this name. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }
}
