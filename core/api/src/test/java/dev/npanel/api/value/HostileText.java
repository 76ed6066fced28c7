package dev.npanel.api.value;

import java.util.stream.Stream;

/** Text that no name, address or path of ours may be. */
final class HostileText {
    private HostileText() {}

    static Stream<String> all() {
        return Stream.of(
                "",
                "\0",
                "a\0b",
                "a\nb",
                "a\r\nSet-Cookie: x=1",
                "a\tb",
                "a\u007fb",
                "a\u0085b",
                "a\u2028b",
                "a\u202ecod.exe",
                "a\u200bb",
                "\ud800",
                "$(id)",
                "`id`",
                "; rm -rf /",
                "' OR 1=1 --",
                "\"><script>alert(1)</script>",
                "../../etc/passwd",
                "%00",
                "${jndi:ldap://x}",
                "-rf",
                "a|b",
                "a&b",
                " ",
                "аdmin\u0301 x",
                "x".repeat(65_536));
    }
}
