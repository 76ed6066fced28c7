package dev.npanel.ssl.panel.check;

import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.IpText;
import dev.npanel.panel.rest.CallContext;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.panel.check.Finding.Status;
import dev.npanel.ssl.panel.outside.HttpLook;
import dev.npanel.ssl.panel.outside.HttpLook.End;
import dev.npanel.ssl.panel.outside.HttpLook.Seen;
import dev.npanel.ssl.panel.outside.Looked;
import dev.npanel.ssl.panel.outside.Looked.Kind;
import dev.npanel.ssl.panel.outside.NameLookup;
import dev.npanel.ssl.panel.outside.Reach;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an answer over HTTP arrives: where the name leads, and what answers there on port 80. */
final class WebCheck {
    private static final int MOST = 4;

    private final Probes probes;
    private final NameLookup names;
    private final Reach reach;

    WebCheck(Probes probes, NameLookup names, Reach reach) {
        this.probes = probes;
        this.names = names;
        this.reach = reach;
    }

    /** One answer, put for all of the names; in a dry run none is. */
    Open open(CallContext context, List<CertificateName> wanted) {
        DomainName domain = wanted.get(0).domain();
        boolean none = context.dryRun() || wanted.stream().allMatch(CertificateName::isWildcard);
        return new Open(context, domain, none ? null : probes.put(context, domain));
    }

    /** Looks while the answer is there. */
    final class Open implements AutoCloseable {
        private final CallContext context;
        private final DomainName domain;
        private final Probes.@Nullable Probe probe;

        private Open(CallContext context, DomainName domain, Probes.@Nullable Probe probe) {
            this.context = context;
            this.domain = domain;
            this.probe = probe;
        }

        List<Finding> of(DomainName name) {
            Looked<InetAddress> ipv4 = names.ipv4(name.text());
            Looked<InetAddress> ipv6 = names.ipv6(name.text());
            if (ipv4.records().isEmpty() && ipv6.records().isEmpty()) {
                return List.of(nowhere(name, ipv4.kind()));
            }
            Set<InetAddress> own = reach.own();
            List<Finding> found = new ArrayList<>();
            found.add(leads("ipv4", name, ipv4.records(), own));
            found.add(leads("ipv6", name, ipv6.records(), own));
            if (probe != null) {
                found.add(answers(
                        name,
                        Stream.concat(ipv6.records().stream(), ipv4.records().stream())
                                .limit(MOST)
                                .toList(),
                        own,
                        probe));
            }
            return found;
        }

        @Override
        public void close() {
            if (probe != null) {
                probes.takeAway(context, domain, probe);
            }
        }
    }

    private static Finding nowhere(DomainName name, Kind kind) {
        return switch (kind) {
            case SILENT -> Finding.warning("ipv4", "No name server answered when " + name + " was looked up.");
            case BROKEN -> Finding.failure("ipv4", "The name servers of " + name + " answer with an error (SERVFAIL).");
            case NO_NAME -> Finding.failure("ipv4", "The name " + name + " is not in the DNS.");
            default -> Finding.failure("ipv4", "The name " + name + " has no address, neither IPv4 nor IPv6.");
        };
    }

    private static Finding leads(String about, DomainName name, List<InetAddress> addresses, Set<InetAddress> own) {
        String family = about.equals("ipv4") ? "IPv4" : "IPv6";
        if (addresses.isEmpty()) {
            return Finding.ok(about, name + " has no " + family + " address.");
        }
        List<String> others = addresses.stream()
                .filter(address -> !own.contains(address))
                .map(IpText::of)
                .toList();
        if (others.isEmpty()) {
            return Finding.ok(about, name + " leads here over " + family + ".");
        }
        return Finding.warning(
                about,
                name + " leads to " + String.join(", ", others) + " over " + family
                        + ", which is no address of this server's own.");
    }

    private Finding answers(DomainName name, List<InetAddress> addresses, Set<InetAddress> own, Probes.Probe probe) {
        List<Finding> each = addresses.stream()
                .map(address -> answer(name, address, own.contains(address), probe))
                .toList();
        boolean some = each.stream().anyMatch(finding -> finding.status() == Status.OK);
        Finding worst = each.get(0);
        for (Finding finding : each) {
            worst = finding.status().compareTo(worst.status()) > 0 ? finding : worst;
        }
        // an authority tries the other address when one does not take the connection
        return some && worst.message().contains("does not answer")
                ? Finding.warning(worst.about(), worst.message())
                : worst;
    }

    private Finding answer(DomainName name, InetAddress address, boolean own, Probes.Probe probe) {
        String where = IpText.of(address) + ", where " + name + " leads,";
        if (!reach.admits(address)) {
            return Finding.warning("port-80", where + " is a private address, which was not asked.");
        }
        Seen seen = HttpLook.look(
                new InetSocketAddress(address, probes.port()),
                name.text(),
                probe.token().text(),
                probe.answer());
        if (seen.end() == End.FITS) {
            return Finding.ok("port-80", where + " answers on port 80 as it should.");
        } else if (seen.end() == End.REDIRECTED) {
            return Finding.warning(
                    "port-80",
                    where + " redirects challenges on port 80 (" + seen.status() + ") instead of answering.");
        } else if (seen.end() == End.WRONG) {
            return Finding.failure(
                    "port-80",
                    where + " does not give the challenge's answer on port 80, but status " + seen.status() + ".");
        }
        String silent = where + " does not answer on port 80.";
        // from here a public address of a router before this server may not be reached, and yet be right
        return own ? Finding.failure("port-80", silent) : Finding.warning("port-80", silent);
    }
}
