package dev.npanel.web.nginx.server;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.api.value.DomainName;
import dev.npanel.host.effect.HostView;
import dev.npanel.host.step.Content;
import dev.npanel.web.nginx.config.ConfigReader;
import dev.npanel.web.nginx.site.OurPart;
import dev.npanel.web.nginx.site.Places;
import dev.npanel.web.nginx.site.VhostFile;
import dev.npanel.web.server.Finding;
import dev.npanel.web.server.Finding.Sort;
import dev.npanel.web.server.WebState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks what is not as it should be. */
final class Inspection {
    static final String SUFFIX = ".conf";
    static final String ASIDE = ".broken";
    private static final int MOST = 100;

    private final HostView host;
    private final List<Finding> findings = new ArrayList<>();

    private Inspection(HostView host) {
        this.host = host;
    }

    static WebState of(HostView host, Refusals refusals) {
        Inspection look = new Inspection(host);
        refusals.last()
                .filter(each -> !each.file().isEmpty() || !each.message().isEmpty())
                .ifPresent(each -> look.findings.add(
                        new Finding(Sort.REFUSED, each.file(), domain(each.file()), "nginx says: " + each.message())));
        if (!OurPart.isThere(host)) {
            look.findings.add(
                    new Finding(
                            Sort.REFUSED,
                            OurPart.FILE.text(),
                            null,
                            "is not there, and nginx serves no site: say dpkg-reconfigure npanel-plugin-web-nginx, and read what it says"));
        }
        host.children(Places.sites()).forEach(look::site);
        Places.ofOthers().forEach(look::others);
        return new WebState(look.findings.subList(0, Math.min(MOST, look.findings.size())));
    }

    private void site(String name) {
        AbsolutePath file = Places.sites().child(name);
        if (name.endsWith(ASIDE)) {
            findings.add(new Finding(Sort.SET_ASIDE, file.text(), domain(name), "is put aside and not served"));
        } else if (name.endsWith(SUFFIX)) {
            host.file(file)
                    .filter(content -> !VhostFile.isIntact(content))
                    .ifPresent(content -> findings.add(new Finding(
                            Sort.CHANGED, file.text(), domain(name), "was changed by hand" + broken(content))));
        }
    }

    /** Files of others are theirs to write; that nginx cannot take them apart is said before somebody waits for a reload. */
    private void others(AbsolutePath directory) {
        for (String name : host.children(directory)) {
            AbsolutePath file = directory.child(name);
            host.file(file)
                    .map(Inspection::broken)
                    .filter(broken -> !broken.isEmpty())
                    .ifPresent(broken -> findings.add(
                            new Finding(Sort.REFUSED, file.text(), null, "cannot be read by nginx" + broken)));
        }
    }

    private static String broken(Content content) {
        try {
            ConfigReader.read(new String(content.bytes(), StandardCharsets.UTF_8));
            return "";
        } catch (IllegalArgumentException broken) {
            return ": " + broken.getMessage();
        }
    }

    private static @Nullable DomainName domain(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int end = name.indexOf(SUFFIX);
        try {
            return end < 0 ? null : new DomainName(name.substring(0, end));
        } catch (ProblemException none) {
            return null;
        }
    }
}
