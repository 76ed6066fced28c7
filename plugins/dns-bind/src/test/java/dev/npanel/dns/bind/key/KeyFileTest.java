package dev.npanel.dns.bind.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.api.value.DomainName;
import dev.npanel.dns.dnssec.KeyRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTest {
    private static final DomainName ZONE = new DomainName("example.com");

    @Tag("D9")
    @ParameterizedTest
    @CsvSource({"KSK,true,true", "ZSK,true,true", "ZSK,false,true", "KSK,false,false"})
    void whatIsWrittenIsRead(KeyRole role, boolean active, boolean published) {
        KeyFile key = KeyFile.generate(ZONE, role, List.of(), active, published);
        assertThat(KeyFile.parse(ZONE, key.publicText(3600), key.privateText())).isEqualTo(key);
        assertThat(key.held().role()).isEqualTo(role);
        assertThat(key.name()).matches("Kexample\\.com\\.\\+013\\+\\d{5}");
    }

    @Tag("D9")
    @ParameterizedTest
    @CsvSource({"KSK", "ZSK"})
    void noPrivatePartIsShown(KeyRole role) {
        KeyFile key = KeyFile.generate(ZONE, role, List.of(), true, true);
        String secret = key.secret().get(2).substring("PrivateKey: ".length());
        assertThat(key.toString() + key.held() + key.held().state() + key.publicText(60))
                .doesNotContain(secret);
    }
}
