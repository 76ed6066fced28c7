package dev.npanel.ssl.panel.issue;

import dev.npanel.ssl.certificate.CertificateName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an order that is under way: where the authority has it, and which answers have been given for it, to be
 * taken away when it is over.
 *
 * @param address the authority's
 * @param warnings what may keep the authority from issuing, as sentences, or null
 * @param installed what has become of it, or null
 */
public record Order(
        String address,
        @Nullable String warnings,
        List<Given> given,
        @Nullable Installed installed) {
    public Order {
        given = List.copyOf(given);
    }

    /**
     * An answer.
     *
     * @param token for HTTP the name of the file, for DNS empty
     * @param answer for DNS the content of the record
     * @param at when it was given
     */
    public record Given(CertificateName name, String token, String answer, Instant at) {}

    /**
     * A certificate that is in its place, and to be seen by those who ask for the site.
     *
     * @param fingerprint SHA-256
     * @param previous that of the one before it, or null
     * @param usedBy the units that serve it
     */
    public record Installed(
            String fingerprint, @Nullable String previous, List<String> usedBy, Instant until, Instant at) {
        public Installed {
            usedBy = List.copyOf(usedBy);
        }
    }

    static Order begun(String address, String warnings) {
        return new Order(address, warnings.isEmpty() ? null : warnings, List.of(), null);
    }

    /** This sentence, with what was seen before the authority was asked. */
    String warned(String sentence) {
        if (warnings == null) {
            return sentence;
        }
        return sentence + (sentence.endsWith(".") ? "" : ".") + " Before it was asked: " + warnings;
    }

    Optional<Given> find(CertificateName name, String token, String answer) {
        return given.stream()
                .filter(each -> each.name().equals(name)
                        && each.token().equals(token)
                        && each.answer().equals(answer))
                .findFirst();
    }

    /** The same with one answer more. */
    Order with(Given more) {
        List<Given> all = new ArrayList<>(given);
        all.add(more);
        return new Order(address, warnings, all, installed);
    }

    /** The same when its answers are taken away and its certificate is in place. */
    Order with(Installed what) {
        return new Order(address, warnings, List.of(), what);
    }
}
