package dev.npanel.web.php;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a site may set of PHP, within what keeps the host alive.
 *
 * @param processes that run at the same time at most, 1 to 64
 * @param memory of one process, MiB, 16 to 2,048 ({@code memory_limit})
 * @param upload the largest upload and request body, MiB, 1 to 2,048 ({@code upload_max_filesize}, {@code post_max_size})
 * @param seconds that a request may take, 1 to 3,600 ({@code max_execution_time})
 * @param inputs variables in a request, 100 to 100,000 ({@code max_input_vars})
 * @param errors whether visitors see errors ({@code display_errors}); they are in the site's log in any case
 */
public record PhpSettings(int processes, int memory, int upload, int seconds, int inputs, boolean errors) {
    /** What a site has that asks for nothing. */
    public static final PhpSettings USUAL = new PhpSettings(5, 256, 64, 60, 3000, false);

    public PhpSettings {
        List<Violation> violations = new ArrayList<>();
        within(violations, "processes", processes, 1, 64);
        within(violations, "memory", memory, 16, 2048);
        within(violations, "upload", upload, 1, 2048);
        within(violations, "seconds", seconds, 1, 3600);
        within(violations, "inputs", inputs, 100, 100_000);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations).asException();
        }
    }

    private static void within(List<Violation> violations, String field, int value, int min, int max) {
        if (value < min || value > max) {
            violations.add(new Violation(field, "must be " + min + " to " + max));
        }
    }
}
