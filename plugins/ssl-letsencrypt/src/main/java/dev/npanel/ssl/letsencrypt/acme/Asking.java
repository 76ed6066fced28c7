package dev.npanel.ssl.letsencrypt.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.shredzone.acme4j.exception.AcmeException;
import org.shredzone.acme4j.exception.AcmeLazyLoadingException;
import org.shredzone.acme4j.exception.AcmeProtocolException;
import org.shredzone.acme4j.exception.AcmeServerException;

/** Asks an authority something, and says what it refuses as a problem. */
final class Asking {
    /** Each of ten tries of acme4j's; what was refused for its nonce has had no effect. */
    private static final int MOST = 3;

    private static final String NONCE = "urn:ietf:params:acme:error:badNonce";

    private Asking() {}

    /** A question, whose answer may be asked for again. */
    interface Question<T> {
        T ask() throws AcmeException, IOException;
    }

    static <T> T answer(Question<T> question) {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (AcmeException refused) {
                if (attempt == MOST || !isNonce(refused)) {
                    throw Refusals.of(refused);
                }
            } catch (AcmeLazyLoadingException later) {
                throw later.getCause() instanceof AcmeException refused ? Refusals.of(refused) : Refusals.cutOff(later);
            } catch (IOException | UncheckedIOException | AcmeProtocolException cut) {
                throw Refusals.cutOff(cut);
            }
        }
    }

    private static boolean isNonce(AcmeException refused) {
        return refused instanceof AcmeServerException server && NONCE.equals(String.valueOf(server.getType()));
    }
}
