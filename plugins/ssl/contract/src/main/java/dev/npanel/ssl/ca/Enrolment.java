package dev.npanel.ssl.ca;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.api.value.Secret;
import dev.npanel.api.value.Text;
import dev.npanel.ssl.certificate.Chain;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an authority has to be told.
 *
 * @param directory where its ACME directory is, {@code https} only
 * @param contacts whom it may write to, at most 10
 * @param termsAccepted has to be true
 * @param keyId the id of an account with the authority that this one is bound to (RFC 8555 section 7.3.4), or null
 * @param macKey its key, base64url; used once and not kept
 * @param preferredRoot the common name of the root that chains are to end at, where the authority offers several; or null
 * @param roots certificates to trust the authority's own server by, or null for those that the system trusts
 */
public record Enrolment(
        String directory,
        List<EmailAddress> contacts,
        boolean termsAccepted,
        @Nullable String keyId,
        @Nullable Secret macKey,
        @Nullable String preferredRoot,
        @Nullable Chain roots) {
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_CONTACTS = 10;

    public Enrolment {
        contacts = List.copyOf(contacts);
        directory = line("directory", directory);
        keyId = keyId == null ? null : line("keyId", keyId);
        preferredRoot = preferredRoot == null ? null : line("preferredRoot", preferredRoot);
        if (!isHttps(directory)) {
            throw Problem.invalid("directory", "must be an https URL").asException();
        }
        if (contacts.size() > MAX_CONTACTS) {
            throw Problem.invalid("contacts", "must have at most " + MAX_CONTACTS + " elements")
                    .asException();
        }
        if (!termsAccepted) {
            throw Problem.invalid("termsAccepted", "must be true: nothing is issued before")
                    .asException();
        }
        if ((keyId == null) != (macKey == null)) {
            throw Problem.invalid("macKey", "must be there with keyId, and only then")
                    .asException();
        }
    }

    private static String line(String field, String text) {
        try {
            return Text.line(text, MAX_LENGTH);
        } catch (ProblemException refused) {
            throw Problem.invalid(refused.problem().violations().stream()
                            .map(violation -> violation.within(field))
                            .toList())
                    .asException();
        }
    }

    private static boolean isHttps(String url) {
        try {
            URI parsed = new URI(url);
            return "https".equals(parsed.getScheme()) && parsed.getHost() != null && parsed.getUserInfo() == null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }
}
