package dev.npanel.itests.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A zone: what its owner does with it over HTTPS, and what its name server says of it. */
public final class Zone {
    private final Ci ci;
    private final Session session;
    private final String domain;

    public Zone(Ci ci, Session session, String domain) {
        this.ci = ci;
        this.session = session;
        this.domain = domain;
    }

    public String domain() {
        return domain;
    }

    /** The same zone, as somebody else tries to use it. */
    public Zone as(Session somebody) {
        return new Zone(ci, somebody, domain);
    }

    public Answer add(String name, String type, String content, int ttl) {
        return session.post(path("records"), record(name, type, content, ttl));
    }

    public Answer add(String name, String type, String content) {
        return add(name, type, content, 300);
    }

    public Answer update(String id, String content, int ttl) {
        return session.put(path("records/" + id), Json.object("content", content, "ttl", ttl));
    }

    public Answer delete(String id) {
        return session.delete(path("records/" + id));
    }

    /** Several changes, all or none; see {@link #adding}, {@link #updating}, {@link #deleting}. */
    public Answer change(Collection<Map<String, Object>> changes) {
        Map<String, List<Object>> byKind = new TreeMap<>();
        changes.forEach(each -> each.forEach((kind, change) ->
                byKind.computeIfAbsent(kind, none -> new ArrayList<>()).add(change)));
        return session.send("PATCH", path("records"), Json.write(byKind));
    }

    public static Map<String, Object> adding(String name, String type, String content) {
        return Json.map("add", Json.map("name", name, "type", type, "content", content, "ttl", 300));
    }

    public static Map<String, Object> updating(String id, String content) {
        return Json.map("update", Json.map("id", id, "content", content, "ttl", 300));
    }

    public static Map<String, Object> deleting(String id) {
        return Json.map("delete", id);
    }

    /** All records, page by page. */
    public List<JsonNode> records() {
        List<JsonNode> records = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    session.get(path("records?limit=500" + after)).expect(200).json();
            page.path("items").forEach(records::add);
            after = page.path("next").isTextual()
                    ? "&after=" + page.path("next").asText()
                    : "";
        } while (!after.isEmpty());
        return records;
    }

    /** The ids of all records. */
    public Map<String, String> contentById() {
        return records().stream()
                .collect(Collectors.toMap(
                        each -> each.get("id").asText(),
                        each -> each.get("content").asText()));
    }

    public Answer importFile(String text) {
        return importFile(text, "");
    }

    public Answer importFile(String text, String query) {
        return ci.panel()
                .send(
                        "POST",
                        path("import" + query),
                        Map.of("Authorization", "Bearer " + session.token(), "Content-Type", "text/dns"),
                        text.getBytes(StandardCharsets.UTF_8));
    }

    public String export() {
        return session.get(path("export")).expect(200).text();
    }

    public Answer validate() {
        return session.post(path("validate"), "");
    }

    public Answer sign() {
        return session.post(path("dnssec"), "{}");
    }

    public JsonNode dnssec() {
        return session.get(path("dnssec")).expect(200).json();
    }

    public Answer get(String what) {
        return session.get(path(what));
    }

    public Answer post(String what, String body) {
        return session.post(path(what), body);
    }

    public Answer put(String what, String body) {
        return session.put(path(what), body);
    }

    /** What the name server answers, sorted. */
    public List<String> ask(String name, String type) {
        return Dns.answers(ci.host().address(), full(name), type);
    }

    public long serial() {
        return Dns.serial(ci.host().address(), domain);
    }

    /** Everything the name server has, from its own storage; without the SOA. */
    public List<String> served() {
        return ci.host()
                .ask("pdnsutil", "list-zone", domain)
                .lines()
                .filter(line -> line.contains("\tIN\t") && !line.contains("\tSOA\t"))
                .sorted()
                .toList();
    }

    /** What delv says of a name when it trusts exactly these DS records. */
    public String delv(Path work, List<String> ds, String name, String type) {
        try {
            Path anchors = Files.createTempFile(work, "anchors", ".conf");
            Files.writeString(
                    anchors,
                    ds.stream()
                            .map(each -> each.split(" ", 4))
                            .map(part -> "trust-anchors { %s. static-ds %s %s %s \"%s\"; };%n"
                                    .formatted(domain, part[0], part[1], part[2], part[3]))
                            .collect(Collectors.joining()));
            Outcome delv = Programs.run(
                    "delv",
                    "+root=" + domain,
                    "-a",
                    anchors.toString(),
                    "@" + ci.host().address(),
                    full(name),
                    type);
            return delv.output() + delv.errors();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The DS records that the panel wants at the parent. */
    public List<String> ds() {
        List<String> ds = new ArrayList<>();
        dnssec().path("ds").forEach(each -> ds.add(each.asText()));
        return ds;
    }

    public String path(String what) {
        return "dns/" + domain + (what.isEmpty() ? "" : "/" + what);
    }

    private String full(String name) {
        return name.equals("@") ? domain : name + "." + domain;
    }

    private static String record(String name, String type, String content, int ttl) {
        return Json.object("name", name, "type", type, "content", content, "ttl", ttl);
    }
}
