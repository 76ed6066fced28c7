package dev.npanel.web.nginx.server;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;

/** What nginx has refused last, until it takes a configuration again. Thread-safe; forgotten when the agent ends. */
@Component(service = Refusals.class)
public final class Refusals {
    private static final Pattern PLACE = Pattern.compile("(.*) in (/\\S+):(\\d+)");

    private final AtomicReference<@Nullable Refusal> last = new AtomicReference<>();

    /**
     * One of them.
     *
     * @param file that nginx names, or empty
     * @param message in its words, with the line
     */
    record Refusal(String file, String message) {
        static Refusal of(String message) {
            Matcher place = PLACE.matcher(message);
            return place.matches()
                    ? new Refusal(place.group(2), place.group(1) + " in line " + place.group(3))
                    : new Refusal("", message);
        }
    }

    Optional<Refusal> last() {
        return Optional.ofNullable(last.get());
    }

    void refused(Refusal refusal) {
        last.set(refusal);
    }

    void taken() {
        last.set(null);
    }
}
