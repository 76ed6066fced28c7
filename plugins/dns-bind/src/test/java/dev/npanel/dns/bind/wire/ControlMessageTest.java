package dev.npanel.dns.bind.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.value.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ControlMessageTest {
    private final ControlMessage format = new ControlMessage(key("YSBrZXkgZm9yIHRoZSB0ZXN0LCBsb25nIGVub3VnaA=="));

    @Test
    void whatIsWrittenIsRead() throws IOException {
        byte[] message = message();
        Map<String, Object> read = format.read(message);
        assertThat(ControlMessage.text(ControlMessage.table(read, "_data"), "type"))
                .isEqualTo("zonestatus example.com");
    }

    @Test
    void everyChangedOctetIsNoticed() throws IOException {
        byte[] message = message();
        for (int at = 0; at < message.length; at++) {
            byte[] changed = message.clone();
            changed[at] ^= 1;
            assertThatThrownBy(() -> format.read(changed)).as("octet %d", at).isInstanceOf(IOException.class);
        }
    }

    @Test
    void everyCutIsNoticed() throws IOException {
        byte[] message = message();
        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThatThrownBy(() -> format.read(cut)).as("%d octets", length).isInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherKeyIsNotOurs() throws IOException {
        byte[] message = message();
        ControlMessage other = new ControlMessage(key("YW5vdGhlciBrZXkgZm9yIHRoZSB0ZXN0LCBsb25n"));
        assertThatThrownBy(() -> other.read(message)).hasMessageContaining("not signed with our key");
    }

    /** Without the length, as it is read. */
    private byte[] message() throws IOException {
        byte[] written = format.write(Map.of("_data", Map.of("type", "zonestatus example.com")));
        return Arrays.copyOfRange(written, Integer.BYTES, written.length);
    }

    private static BindKey key(String secret) {
        return new BindKey("npanel", new Secret(secret));
    }
}
