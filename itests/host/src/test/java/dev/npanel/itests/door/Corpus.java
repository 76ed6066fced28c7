package dev.npanel.itests.door;

import dev.npanel.itests.host.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Strings that have broken something somewhere. Written for this project. */
final class Corpus {
    private static final String NEVER = "never legal: ";

    private Corpus() {}

    /** By what they are: JSON strings, quotes included. Those that no field of ours may take say so. */
    static Map<String, String> json() {
        Map<String, String> corpus = new LinkedHashMap<>();
        unseen().forEach(each ->
                corpus.put(NEVER + String.format("U+%04X", each.codePointAt(0)), Json.write("a" + each + "b")));
        corpus.put(NEVER + "CR LF header", Json.write("x\r\nhasroot=1\r\ntfa_verified=1"));
        corpus.put(NEVER + "line of passwd", Json.write("x\nroot2::0:0::/:/bin/sh"));
        corpus.put(NEVER + "lone high surrogate", "\"a\\ud800b\"");
        corpus.put(NEVER + "lone low surrogate", "\"\\udc00\"");
        corpus.put(NEVER + "empty", "\"\"");
        corpus.put(NEVER + "64 KiB", Json.write("a".repeat(65_536)));
        fragments().forEach(each -> corpus.put(each, Json.write(each)));
        return corpus;
    }

    static boolean isNeverLegal(String name) {
        return name.startsWith(NEVER);
    }

    /** The same for paths and queries. */
    static List<String> urls() {
        return Stream.concat(unseen().map(each -> "a" + each + "b"), fragments())
                .map(each -> URLEncoder.encode(each, StandardCharsets.UTF_8).replace("+", "%20"))
                .toList();
    }

    private static Stream<String> unseen() {
        return Stream.of(
                "\u0000",
                "\u0001",
                "\u0007",
                "\b",
                "\t",
                "\n",
                "\r",
                "\u001b",
                "\u007f",
                "\u0085",
                "\u009b",
                "\u00ad",
                "\u200b",
                "\u200d",
                "\u200e",
                "\u2028",
                "\u2029",
                "\u202e",
                "\u2066",
                "\ufeff",
                "\ufff9",
                "\udb40\udc41");
    }

    private static Stream<String> fragments() {
        return Stream.of(
                "'",
                "\"",
                "`",
                "\\",
                "\\\\",
                "';--",
                "' OR '1'='1",
                "'; DROP TABLE account;--",
                "\" OR \"\"=\"",
                "1; ATTACH DATABASE '/etc/x' AS x",
                "$(id)",
                "`id`",
                "; id",
                "| id",
                "&& id",
                "${IFS}id",
                "$(touch /tmp/owned)",
                "%0a",
                "%00",
                "%2e%2e%2f",
                "../../../../etc/passwd",
                "/etc/shadow",
                "..\\..\\x",
                "file:///etc/passwd",
                "-rf",
                "--help",
                "-oProxyCommand=id",
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}}",
                "${jndi:ldap://x.example/a}",
                "#{7*7}",
                "<!--#exec cmd=id-->",
                "*)(uid=*",
                "' or count(/*)=1 or 'a'='b",
                "//*",
                "__proto__",
                "constructor",
                "null",
                "undefined",
                "NaN",
                "true",
                "0e0",
                "1e309",
                "аdmin",
                "adm\u0131n",
                "ａｄｍｉｎ",
                "ﬀ",
                "K",
                "\u0130",
                "\u05d0\u05d1",
                "مثال",
                "例え",
                "👩‍👩‍👧",
                "\ud83d\ude00",
                "é",
                "e\u0301",
                "Z̸͓͝",
                "xn--",
                "xn--a",
                "xn--80ak6aa92e.example",
                "a..b",
                ".",
                "..",
                "@",
                "*",
                "a.example.",
                ".a.example",
                "-a.example",
                "a-.example",
                "a b",
                "$INCLUDE /etc/passwd",
                "$ORIGIN .",
                "a.example. 300 IN A 192.0.2.66",
                "999999999999999999999",
                "-1",
                "2147483648",
                "127.0.0.1",
                "::1");
    }
}
