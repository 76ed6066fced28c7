package dev.npanel.web.nginx.php;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.effect.HostView;
import dev.npanel.web.php.PhpVersion;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions of PHP-FPM that are installed, as Debian's packages install them. */
public final class PhpInstalls {
    private static final AbsolutePath PROGRAMS = new AbsolutePath("/usr/sbin");
    private static final Pattern PROGRAM = Pattern.compile("php-fpm([5-9]\\.[0-9])");

    private PhpInstalls() {}

    /** All of them, the oldest first. */
    public static List<PhpVersion> all(HostView host) {
        return host.children(PROGRAMS).stream()
                .map(PROGRAM::matcher)
                .filter(Matcher::matches)
                .map(program -> new PhpVersion(program.group(1)))
                .sorted()
                .toList();
    }

    /** Throws a conflict that names the versions there are, when this one is not among them. */
    public static void require(HostView host, PhpVersion version) {
        List<PhpVersion> there = all(host);
        if (!there.contains(version)) {
            String names = there.isEmpty()
                    ? "no PHP"
                    : "PHP "
                            + String.join(
                                    ", ", there.stream().map(PhpVersion::text).toList());
            throw Problem.of(
                            ProblemKind.CONFLICT,
                            "web.php.missing",
                            "PHP " + version + " is not installed; there is " + names + ".")
                    .asException();
        }
    }
}
