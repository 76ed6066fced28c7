package dev.npanel.itests.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.npanel.itests.host.Answer;
import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import dev.npanel.itests.host.Outcome;
import dev.npanel.itests.host.Programs;
import dev.npanel.itests.host.Tenant;
import java.util.ArrayList;
import java.util.List;

/** A web site: what its owner does with it over HTTPS, and what a browser gets of it. */
final class Site {
    private final Host host;
    private final Tenant tenant;
    private final String domain;

    Site(Ci ci, Tenant tenant) {
        this(ci, tenant, tenant.newDomain());
    }

    Site(Ci ci, Tenant tenant, String domain) {
        this.host = ci.host();
        this.tenant = tenant;
        this.domain = domain;
    }

    String domain() {
        return domain;
    }

    Answer create(Object... namesAndValues) {
        List<Object> fields = new ArrayList<>(List.of("domain", domain));
        fields.addAll(List.of(namesAndValues));
        return tenant.session().post("web/vhosts", Json.object(fields.toArray()));
    }

    Answer update(Object... namesAndValues) {
        return tenant.session().put(path(""), Json.object(namesAndValues));
    }

    Answer delete(String query) {
        return tenant.session().delete(path(query));
    }

    Answer read() {
        return tenant.session().get(path(""));
    }

    /** The version that the host has. */
    String installedPhp() {
        return tenant.session()
                .get("web/php")
                .expect(200)
                .json()
                .at("/versions/0")
                .asText();
    }

    String path(String more) {
        return "web/vhosts/" + domain + more;
    }

    /** Where the document root is on the host. */
    String root() {
        return "/home/" + tenant.name() + "/domains/" + domain + "/public_html";
    }

    /** Puts a file into the document root, as the tenant. */
    void file(String name, String content) {
        host.as(tenant.name(), content.getBytes(UTF_8), "tee", root() + "/" + name)
                .ok();
    }

    /** What is answered, with the status in a line of its own before it. */
    String get(String path) {
        return get(domain, path);
    }

    String get(String name, String path) {
        return get(name, path, "--globoff");
    }

    /** As {@link #get(String)}, with a user's name and password. */
    String getAs(String user, String path) {
        return get(domain, path, "--globoff", "--user", user);
    }

    private String get(String name, String path, String... options) {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--silent",
                "--max-time",
                "10",
                "--header",
                "Host: " + name,
                "--write-out",
                "%{stderr}%{http_code} %{redirect_url}",
                "http://" + host.address() + path));
        command.addAll(List.of(options));
        Outcome curl = Programs.run(command.toArray(String[]::new));
        return curl.errors().strip() + "\n" + curl.output();
    }
}
