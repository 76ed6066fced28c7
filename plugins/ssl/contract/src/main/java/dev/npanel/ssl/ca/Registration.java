package dev.npanel.ssl.ca;

import dev.npanel.api.value.EmailAddress;
import dev.npanel.ssl.certificate.Chain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account with an authority.
 *
 * @param directory where its ACME directory is
 * @param account the account's address
 * @param preferredRoot as in {@link Enrolment}
 * @param roots as in {@link Enrolment}
 */
public record Registration(
        String directory,
        String account,
        List<EmailAddress> contacts,
        @Nullable String preferredRoot,
        @Nullable Chain roots) {
    public Registration {
        contacts = List.copyOf(contacts);
    }
}
