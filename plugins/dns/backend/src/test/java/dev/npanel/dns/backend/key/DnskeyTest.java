package dev.npanel.dns.backend.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.npanel.api.value.DomainName;
import org.junit.jupiter.api.Test;

class DnskeyTest {
    /** The example of RFC 6605 section 6.1. */
    private static final String EXAMPLE =
            "257 3 13 GojIhhXUN/u4v54ZQqGSnyhWJwaubCvTmeexv7bR6edbkrSqQpF64cYbcB7wNcP+e+MAnLr+Wi9xMWyQLc8NAA==";

    @Test
    void tagAndDigestAreThoseOfTheRfc() {
        Dnskey key = Dnskey.parse(EXAMPLE);
        assertThat(key.tag()).isEqualTo(55648);
        assertThat(key.isEntryPoint()).isTrue();
        assertThat(key.ds(new DomainName("example.net")))
                .isEqualTo("55648 13 2 B4C8C1FE2E7477127B27115656AD6256F424625BF5C1E2770CE6D6E37DF61D17");
    }

    @Test
    void whatIsNoKeyIsRefused() {
        for (String text : new String[] {"", "257 3 13", "257 3 13 !!!", "a b c d"}) {
            assertThatThrownBy(() -> Dnskey.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
