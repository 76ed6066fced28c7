package dev.npanel.dns.panel.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.npanel.dns.panel.template.ServerAddresses;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostAddressesTest {
    @Test
    void publicAddressesComeFirstAndLocalOnesNever() throws UnknownHostException {
        List<InetAddress> all = addresses("127.0.0.1", "::1", "169.254.1.1", "fe80::1", "10.0.0.1", "fd00::1");
        assertThat(HostAddresses.ipv4(all)).hasValue(InetAddress.getByName("10.0.0.1"));
        assertThat(HostAddresses.ipv6(all)).isEmpty();
        all.addAll(addresses("192.0.2.1", "2001:db8::1"));
        assertThat(HostAddresses.ipv4(all)).hasValue(InetAddress.getByName("192.0.2.1"));
        assertThat(HostAddresses.ipv6(all)).hasValue(InetAddress.getByName("2001:db8::1"));
    }

    @Test
    void whatAnAdministratorSaysCounts() {
        ZoneDefaults said = new ZoneDefaults(List.of(), "192.0.2.9", "2001:DB8::9", null, null);
        assertThat(HostAddresses.of(said)).isEqualTo(new ServerAddresses("192.0.2.9", "2001:db8::9"));
    }

    private static List<InetAddress> addresses(String... texts) throws UnknownHostException {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses;
    }
}
