package dev.npanel.ssl.panel.outside;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.3.1,true", "2a01:4f8::1,true", "127.0.0.1,false", "10.0.0.1,false", "172.16.5.5,false",
        "192.168.1.1,false", "169.254.169.254,false", "100.64.0.1,false", "0.0.0.0,false", "198.18.0.1,false",
        "224.0.0.1,false", "255.255.255.255,false", "::1,false", "fe80::1,false", "fd00::1,false",
        "64:ff9b::7f00:1,false", "2002:7f00:1::,false", "::ffff:127.0.0.1,false"
    })
    void whoMayBeContacted(String address, boolean anybodys) throws UnknownHostException {
        assertThat(Reach.isPublic(InetAddress.getByName(address))).isEqualTo(anybodys);
    }
}
