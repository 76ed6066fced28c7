package dev.npanel.panel.setup;

import dev.npanel.api.value.Secret;
import dev.npanel.panel.account.Accounts;
import dev.npanel.panel.store.Ids;
import dev.npanel.panel.store.StateDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one-time token, in the file {@code setup-token} (0600) of the state directory: another one with every start for as long
 * as there is no administrator, and gone once there is. An OSGi service of the core; thread-safe.
 */
@Component(service = SetupToken.class)
public final class SetupToken {
    private static final String FILE = "setup-token";

    private final StateDirectory state;
    private final Accounts accounts;
    private final Ids ids = new Ids(Clock.systemUTC());
    private volatile @Nullable Secret token;

    @Activate
    public SetupToken(@Reference StateDirectory state, @Reference Accounts accounts) {
        this.state = state;
        this.accounts = accounts;
    }

    /** Makes the token when it is needed; called once at start. */
    public void prepare() {
        if (accounts.anyAdministrator()) {
            destroy();
            return;
        }
        Secret made = new Secret(ids.token("nps_"));
        state.writeSecret(FILE, (made.reveal() + "\n").getBytes(StandardCharsets.US_ASCII));
        token = made;
    }

    /** Whether this is the token; compared in constant time. */
    boolean matches(Secret given) {
        Secret wanted = token;
        return wanted != null && wanted.equals(given);
    }

    /** It was used. */
    void destroy() {
        token = null;
        try {
            Files.deleteIfExists(state.file(FILE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
