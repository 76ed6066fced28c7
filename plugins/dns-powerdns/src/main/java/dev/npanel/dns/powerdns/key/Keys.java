package dev.npanel.dns.powerdns.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.api.value.DomainName;
import dev.npanel.api.value.Secret;
import dev.npanel.dns.backend.key.Dnskey;
import dev.npanel.dns.backend.key.HeldKey;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.backend.server.Served;
import dev.npanel.dns.dnssec.KeyRole;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.zone.Zones;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The keys of zones. Thread-safe; keeps nothing.
 *
 * <p>PowerDNS answers the making of a key with its private part, which is dropped with that answer unread; it is asked for only when
 * the zone is carried to another name server.
 */
@Component(service = Keys.class)
public final class Keys {
    private final PdnsApi api;

    @Activate
    public Keys(@Reference PdnsApi api) {
        this.api = api;
    }

    /** The keys of a zone, the oldest first. */
    public List<HeldKey> of(DomainName zone) {
        JsonNode answer = api.find(path(zone)).orElseThrow(() -> Served.unknown());
        if (!answer.isArray()) {
            throw Away.because(new IllegalStateException("no keys"));
        }
        List<HeldKey> keys = new ArrayList<>();
        answer.forEach(node -> keys.add(key(node)));
        keys.sort(Comparator.comparing(HeldKey::id));
        return List.copyOf(keys);
    }

    void create(DomainName zone, KeyRole role, boolean active, boolean published) {
        api.change(
                "POST",
                path(zone),
                bytes(flags(active, published)
                        .put("keytype", role.name().toLowerCase(Locale.ROOT))
                        .put("algorithm", HeldKey.ALGORITHM)));
    }

    /** A key that was made elsewhere. */
    void create(DomainName zone, KeyRole role, boolean active, boolean published, Secret secret) {
        api.change(
                "POST",
                path(zone),
                bytes(flags(active, published)
                        .put("keytype", role.name().toLowerCase(Locale.ROOT))
                        .put("privatekey", secret.reveal().replace('|', '\n') + "\n")));
    }

    /** The private part of a key: the lines of its file in BIND's format, {@code |} between them. */
    Secret secret(DomainName zone, long id) {
        JsonNode key = api.find(path(zone) + "/" + id).orElseThrow(() -> Served.unknown());
        String text = key.path("privatekey").asText();
        if (text.isEmpty()) {
            throw Away.because(new IllegalStateException("no private key"));
        }
        return new Secret(text.strip().replace("\n", "|"));
    }

    void set(DomainName zone, long id, boolean active, boolean published) {
        api.change("PUT", path(zone) + "/" + id, bytes(flags(active, published)));
    }

    void delete(DomainName zone, long id) {
        try {
            api.change("DELETE", path(zone) + "/" + id, new byte[0]);
        } catch (ProblemException refused) {
            if (refused.problem().kind() != ProblemKind.NOT_FOUND) {
                throw refused;
            }
        }
    }

    private static String path(DomainName zone) {
        return Zones.path(zone) + "/cryptokeys";
    }

    private static HeldKey key(JsonNode node) {
        try {
            return new HeldKey(
                    node.path("id").asLong(),
                    Dnskey.parse(node.path("dnskey").asText()),
                    node.path("algorithm").asText(),
                    node.path("keytype").asText().equals("csk"),
                    node.path("active").asBoolean(),
                    node.path("published").asBoolean(true));
        } catch (IllegalArgumentException rubbish) {
            throw Away.because(rubbish);
        }
    }

    private static ObjectNode flags(boolean active, boolean published) {
        return JsonNodeFactory.instance.objectNode().put("active", active).put("published", published);
    }

    private static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
