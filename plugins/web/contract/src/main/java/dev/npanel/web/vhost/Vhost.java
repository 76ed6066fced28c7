package dev.npanel.web.vhost;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AccountName;
import dev.npanel.api.value.DomainName;
import dev.npanel.web.directory.ProtectedDirectory;
import dev.npanel.web.site.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A virtual host.
 *
 * @param account whose Unix user owns the files and runs the scripts
 * @param aliases further names of the same site, at most 100
 * @param redirects at most 200, of different paths
 * @param tls null for a site without HTTPS
 * @param suspended whether everybody gets a page that says so instead of the site
 * @param directories that ask for a password, at most 100, of different paths
 * @param errorPages at most one for each status; not for a proxy, which has no files
 * @param directives what else the web server is told, at most 50
 */
public record Vhost(
        DomainName domain,
        AccountName account,
        List<DomainName> aliases,
        Www www,
        Site site,
        List<Redirect> redirects,
        AddressRules addresses,
        @Nullable Tls tls,
        boolean suspended,
        List<ProtectedDirectory> directories,
        List<ErrorPage> errorPages,
        List<ExtraDirective> directives) {
    private static final int MAX_ALIASES = 100;
    private static final int MAX_REDIRECTS = 200;

    public Vhost {
        aliases = aliases.stream().sorted().toList();
        redirects = List.copyOf(redirects);
        if (aliases.size() > MAX_ALIASES || redirects.size() > MAX_REDIRECTS) {
            throw Problem.invalid(aliases.size() > MAX_ALIASES ? "aliases" : "redirects", "are too many")
                    .asException();
        }
        List<DomainName> names = names(domain, www, aliases);
        if (new HashSet<>(names).size() < names.size()) {
            throw Problem.invalid("aliases", "must differ from each other, from the domain and from what www adds")
                    .asException();
        }
        long paths = redirects.stream().map(Redirect::from).distinct().count();
        if (paths < redirects.size()) {
            throw Problem.invalid("redirects", "must be of different paths").asException();
        }
        directories = directories.stream()
                .sorted(Comparator.comparing(ProtectedDirectory::path))
                .toList();
        errorPages = List.copyOf(errorPages);
        directives = List.copyOf(directives);
        Extras.require(site, redirects, directories, errorPages, directives);
    }

    /** One without HTTPS, protected directories, error pages and further directives. */
    public Vhost(
            DomainName domain,
            AccountName account,
            List<DomainName> aliases,
            Www www,
            Site site,
            List<Redirect> redirects,
            AddressRules addresses,
            boolean suspended) {
        this(
                domain, account, aliases, www, site, redirects, addresses, null, suspended, List.of(), List.of(),
                List.of());
    }

    /** The same, suspended or not. */
    public Vhost withSuspended(boolean is) {
        return with(aliases, tls, is, directories);
    }

    /** The same with these further names. */
    public Vhost withAliases(List<DomainName> are) {
        return with(are, tls, suspended, directories);
    }

    /** The same with other HTTPS, or without any. */
    public Vhost withTls(@Nullable Tls is) {
        return with(aliases, is, suspended, directories);
    }

    /** The same with these protected directories. */
    public Vhost withDirectories(List<ProtectedDirectory> are) {
        return with(aliases, tls, suspended, are);
    }

    private Vhost with(
            List<DomainName> names, @Nullable Tls https, boolean closed, List<ProtectedDirectory> protectedOnes) {
        return new Vhost(
                domain,
                account,
                names,
                www,
                site,
                redirects,
                addresses,
                https,
                closed,
                protectedOnes,
                errorPages,
                directives);
    }

    /** Every name that it answers to, the domain first. */
    public List<DomainName> names() {
        return names(domain, www, aliases);
    }

    /** The name of {@link Www}. */
    public static DomainName www(DomainName domain) {
        return new DomainName("www." + domain);
    }

    private static List<DomainName> names(DomainName domain, Www www, List<DomainName> aliases) {
        List<DomainName> names = new ArrayList<>(List.of(domain));
        if (www != Www.NONE) {
            names.add(www(domain));
        }
        names.addAll(aliases);
        return names;
    }
}
