package dev.npanel.hotdeploy;

import org.osgi.framework.BundleException;

/** Why a plugin does not run, for the administrator; all of it is in the log. */
final class Failure {
    private static final int LONGEST = 500;

    private Failure() {}

    static String of(String what, Exception broken) {
        if (broken instanceof BundleException refused && refused.getType() == BundleException.RESOLVE_ERROR) {
            return shorten("Something that it needs is not installed: " + refused.getMessage());
        }
        Throwable cause = broken.getCause() == null ? broken : broken.getCause();
        return shorten("Cannot " + what + " it: " + cause.getMessage());
    }

    private static String shorten(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
