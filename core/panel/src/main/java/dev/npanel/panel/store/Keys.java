package dev.npanel.panel.store;

import dev.npanel.panel.key.SecretKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secret keys of this installation: each is made when it is first asked for, kept in a file of its own (0600), and never
 * leaves the machine. An OSGi service of the core; thread-safe.
 */
@Component(service = {Keys.class, SecretKeys.class})
public final class Keys implements SecretKeys {
    private static final int BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private final StateDirectory state;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();

    @Activate
    public Keys(@Reference StateDirectory state) {
        this.state = state;
    }

    @Override
    public byte[] secret(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not the name of a secret");
        }
        return key("plugin-" + name);
    }

    /** The key of this name, 32 bytes. */
    public byte[] key(String name) {
        return keys.computeIfAbsent(name, this::readOrMake).clone();
    }

    private byte[] readOrMake(String name) {
        Path file = state.file("keys/" + name + ".key");
        if (!Files.exists(file)) {
            byte[] made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            state.writeSecret("keys/" + name + ".key", made);
        }
        return read(file);
    }

    private static byte[] read(Path file) {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != BYTES) {
                throw new IllegalStateException("not a key: " + file);
            }
            return key;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
