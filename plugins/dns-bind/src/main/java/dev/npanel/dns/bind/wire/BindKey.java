package dev.npanel.dns.bind.wire;

import dev.npanel.api.value.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.xbill.DNS.Name;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.TextParseException;

/** The key that named and this plugin share: it signs updates, transfers and commands, with HMAC-SHA256. */
record BindKey(String name, Secret secret) {
    static final String MAC = "HmacSHA256";
    private static final Pattern CLAUSE = Pattern.compile(
            "key\\s+\"?([a-z0-9.-]{1,60})\"?\\s*\\{\\s*algorithm\\s+\"?hmac-sha256\"?\\s*;\\s*secret\\s+\"([A-Za-z0-9+/=]{20,200})\"\\s*;\\s*}\\s*;");
    private static final int MAX_LENGTH = 4096;

    /** @throws IOException when there is no such file, or no such key in it; never says what is in it */
    static BindKey read(Path file) throws IOException {
        if (Files.size(file) > MAX_LENGTH) {
            throw new IOException(file + " is no key file");
        }
        Matcher clause = CLAUSE.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!clause.find()) {
            throw new IOException(file + " has no key clause with the algorithm hmac-sha256");
        }
        return new BindKey(clause.group(1), new Secret(clause.group(2)));
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(secret.reveal());
    }

    TSIG tsig() {
        try {
            return new TSIG(TSIG.HMAC_SHA256, Name.fromString(name + "."), new SecretKeySpec(bytes(), MAC));
        } catch (TextParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
