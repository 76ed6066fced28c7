package dev.npanel.dns.powerdns.zone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.RrsetJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bodies of requests about zones.
 *
 * <p>Wherever the API is sent a SOA, PowerDNS 4.7.3 raises its serial by one before it keeps it, when the zone has
 * SOA-EDIT-API INCREASE; so what is sent is one less than what is wanted, on the circle of 2^32.
 */
final class ZoneRequests {
    private static final JsonFactory JSON = new JsonFactory();
    private static final long MODULUS = 1L << 32;

    private ZoneRequests() {}

    static byte[] create(DomainName zone, ZoneState state, boolean rectified) {
        return write(out -> {
            out.writeStartObject();
            out.writeStringField("name", zone + ".");
            out.writeStringField("kind", state.kind());
            out.writeStringField("account", state.account());
            out.writeStringField("soa_edit", state.soaEdit());
            out.writeStringField("soa_edit_api", state.soaEditApi());
            out.writeBooleanField("api_rectify", rectified);
            out.writeArrayFieldStart("nameservers");
            out.writeEndArray();
            out.writeArrayFieldStart("rrsets");
            long sent = state.soaEditApi().isEmpty() ? Serial.next(state.serial()) : state.serial();
            for (Rrset set : state.sets()) {
                RrsetJson.write(out, SoaSet.withSerial(set, sent), false);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    /** What is taken away goes first: PowerDNS looks at the sets one by one, and a CNAME takes nothing beside it. */
    static byte[] patch(List<Rrset> sets) {
        List<Rrset> ordered = new ArrayList<>(sets);
        ordered.sort(Comparator.comparing(set -> !set.isEmpty()));
        return write(out -> {
            out.writeStartObject();
            out.writeArrayFieldStart("rrsets");
            for (Rrset set : ordered) {
                RrsetJson.write(out, set, true);
            }
            out.writeEndArray();
            out.writeEndObject();
        });
    }

    static List<Rrset> withSerial(List<Rrset> sets, ZoneHead head, @Nullable Long serial) {
        long wanted = serial == null ? Serial.next(head.serial()) : Serial.raise(head.serial(), serial);
        long sent = head.soaEditApi().isEmpty() ? wanted : Math.floorMod(wanted - 1, MODULUS);
        return sets.stream().map(set -> SoaSet.withSerial(set, sent)).toList();
    }

    static Metadata metadata(JsonNode node) {
        if (!node.path("kind").isTextual() || !node.path("metadata").isArray()) {
            throw Away.because(new IllegalStateException("no metadata"));
        }
        List<String> values = new ArrayList<>();
        node.path("metadata").forEach(value -> values.add(value.asText()));
        return new Metadata(node.path("kind").asText(), values);
    }

    static JsonNode metadata(Metadata metadata) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("kind", metadata.kind());
        metadata.values().forEach(node.putArray("metadata")::add);
        return node;
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] write(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            body.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private interface Body {
        void write(JsonGenerator out) throws IOException;
    }
}
