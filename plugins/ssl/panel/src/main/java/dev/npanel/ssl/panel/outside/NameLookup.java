package dev.npanel.ssl.panel.outside;

import dev.npanel.ssl.panel.outside.Looked.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Looks names up in the DNS: with the resolvers of the system, or the one that {@code npanel.ssl.resolver} names, as an address and
 * perhaps a port, {@code 192.0.2.53:53} or {@code [2001:db8::53]:53}. Nothing is remembered. Thread-safe. */
@Component(service = NameLookup.class)
public final class NameLookup {
    private static final String PROPERTY = "npanel.ssl.resolver";
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int PORT = 53;

    private final @Nullable InetSocketAddress resolver;

    @Activate
    public NameLookup(BundleContext context) {
        this(Optional.ofNullable(context.getProperty(PROPERTY))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(NameLookup::address)
                .orElse(null));
    }

    /** @param resolver null for those of the system */
    public NameLookup(@Nullable InetSocketAddress resolver) {
        this.resolver = resolver;
    }

    /** The IPv4 addresses of a name. */
    public Looked<InetAddress> ipv4(String name) {
        Looked<ARecord> looked = look(name, Type.A, ARecord.class);
        return new Looked<>(
                looked.kind(),
                looked.records().stream().map(ARecord::getAddress).toList());
    }

    /** The IPv6 addresses of a name. */
    public Looked<InetAddress> ipv6(String name) {
        Looked<AAAARecord> looked = look(name, Type.AAAA, AAAARecord.class);
        return new Looked<>(
                looked.kind(),
                looked.records().stream().map(AAAARecord::getAddress).toList());
    }

    /** Addresses of both sorts. */
    public List<InetAddress> addresses(String name) {
        return Stream.concat(ipv4(name).records().stream(), ipv6(name).records().stream())
                .toList();
    }

    /** The records of a type, those that aliases lead to included. */
    public <R extends Record> Looked<R> look(String name, int type, Class<R> sort) {
        try {
            return ask(system(), name, type, sort);
        } catch (IOException unknown) {
            return new Looked<>(Kind.SILENT, List.of());
        }
    }

    /** As {@link #look}, asking one name server. */
    public <R extends Record> Looked<R> lookAt(InetSocketAddress server, String name, int type, Class<R> sort) {
        return ask(new SimpleResolver(server), name, type, sort);
    }

    private Resolver system() throws IOException {
        if (resolver != null) {
            return new SimpleResolver(resolver);
        }
        ExtendedResolver all = new ExtendedResolver();
        all.setRetries(1);
        return all;
    }

    private static <R extends Record> Looked<R> ask(Resolver asked, String name, int type, Class<R> sort) {
        asked.setTimeout(PATIENCE);
        try {
            Message answer =
                    asked.send(Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN)));
            List<R> records = answer.getSection(Section.ANSWER).stream()
                    .filter(sort::isInstance)
                    .map(sort::cast)
                    .toList();
            return new Looked<>(kind(answer.getRcode(), records.isEmpty()), records);
        } catch (TextParseException strange) {
            return new Looked<>(Kind.NO_NAME, List.of());
        } catch (IOException silent) {
            return new Looked<>(Kind.SILENT, List.of());
        }
    }

    private static Kind kind(int code, boolean none) {
        return switch (code) {
            case Rcode.NOERROR -> none ? Kind.NONE : Kind.FOUND;
            case Rcode.NXDOMAIN -> Kind.NO_NAME;
            case Rcode.SERVFAIL -> Kind.BROKEN;
            // this server does not answer such questions, or not ours: that says nothing of the name
            default -> Kind.SILENT;
        };
    }

    static InetSocketAddress address(String text) {
        int colon = text.lastIndexOf(':');
        // an IPv6 address has colons of its own, and so stands in brackets when a port follows
        boolean port = text.contains("]:") || (colon >= 0 && text.indexOf(':') == colon);
        String host = (port ? text.substring(0, colon) : text).replaceAll("[\\[\\]]", "");
        return new InetSocketAddress(host, port ? Integer.parseInt(text.substring(colon + 1)) : PORT);
    }
}
