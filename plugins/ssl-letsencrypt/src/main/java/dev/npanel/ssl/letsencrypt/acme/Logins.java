package dev.npanel.ssl.letsencrypt.acme;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.EmailAddress;
import dev.npanel.panel.key.SecretKeys;
import dev.npanel.ssl.ca.Enrolment;
import dev.npanel.ssl.ca.Registration;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.letsencrypt.account.AccountKey;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.shredzone.acme4j.AccountBuilder;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Session;

/** Connections to the authority as this server's account; the last is kept, for its nonces and its connection. Thread-safe. */
final class Logins {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SecretKeys secrets;
    private final AtomicReference<@Nullable Kept> kept = new AtomicReference<>();

    private record Kept(Registration registration, Login login) {}

    Logins(SecretKeys secrets) {
        this.secrets = secrets;
    }

    Login of(Registration registration) {
        Kept last = kept.get();
        if (last != null && last.registration().equals(registration)) {
            return last.login();
        }
        Login login = session(registration.directory(), registration.roots())
                .login(url(registration.account()), AccountKey.of(secrets, registration.directory()));
        kept.set(new Kept(registration, login));
        return login;
    }

    Registration register(Enrolment wish) {
        AccountBuilder account =
                new AccountBuilder().agreeToTermsOfService().useKeyPair(AccountKey.of(secrets, wish.directory()));
        wish.contacts().stream().map(EmailAddress::text).forEach(account::addEmail);
        if (wish.keyId() != null && wish.macKey() != null) {
            bind(account, wish.keyId(), wish.macKey().reveal());
        }
        Login login = Asking.answer(() -> account.createLogin(session(wish.directory(), wish.roots())));
        return new Registration(
                wish.directory(),
                login.getAccountLocation().toString(),
                wish.contacts(),
                wish.preferredRoot(),
                wish.roots());
    }

    private static void bind(AccountBuilder account, String keyId, String macKey) {
        try {
            account.withKeyIdentifier(keyId, macKey);
        } catch (IllegalArgumentException notAKey) {
            throw Problem.invalid("macKey", "must be base64url").asException();
        }
    }

    private static Session session(String directory, @Nullable Chain roots) {
        try {
            Session session = new Session(URI.create(directory), new Directory(roots));
            session.networkSettings().setTimeout(PATIENCE);
            session.getHttpClient();
            return session;
        } catch (IllegalArgumentException unusable) {
            throw Problem.invalid("roots", "must be certificates in PEM").asException();
        }
    }

    static URL url(String address) {
        try {
            return URI.create(address).toURL();
        } catch (MalformedURLException | IllegalArgumentException strange) {
            throw new IllegalStateException(strange);
        }
    }
}
