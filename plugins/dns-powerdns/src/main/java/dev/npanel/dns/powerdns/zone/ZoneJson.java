package dev.npanel.dns.powerdns.zone;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.backend.server.Away;
import dev.npanel.dns.powerdns.rrset.Rrset;
import dev.npanel.dns.powerdns.rrset.RrsetJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads zones as the API gives them. What is no zone ends as if PowerDNS were away. */
final class ZoneJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ZoneJson() {}

    static ZoneDoc zone(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no zone");
            }
            return read(parser).orElseThrow(() -> new IOException("no zone"));
        } catch (IOException rubbish) {
            throw Away.because(rubbish);
        }
    }

    /** All zones but those whose names the contract does not have, such as single labels. */
    static List<ZoneHead> zones(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new IOException("no zones");
            }
            List<ZoneHead> heads = new ArrayList<>();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                read(parser).map(ZoneDoc::head).ifPresent(heads::add);
            }
            if (parser.currentToken() != JsonToken.END_ARRAY) {
                throw new IOException("no zones");
            }
            return heads;
        } catch (IOException rubbish) {
            throw Away.because(rubbish);
        }
    }

    private static Optional<ZoneDoc> read(JsonParser parser) throws IOException {
        Map<String, String> text = new HashMap<>();
        List<Rrset> sets = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && field.equals("rrsets")) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    Rrset set = RrsetJson.read(parser);
                    if (!set.isEmpty()) {
                        sets.add(set);
                    }
                }
                if (parser.currentToken() != JsonToken.END_ARRAY) {
                    throw new IOException("no record sets");
                }
            } else if (parser.currentToken().isScalarValue()) {
                text.put(field, parser.getText());
            } else {
                parser.skipChildren();
            }
        }
        return head(text).map(head -> new ZoneDoc(head, sets));
    }

    private static Optional<ZoneHead> head(Map<String, String> text) throws IOException {
        if (!text.containsKey("name") || !text.containsKey("kind") || !text.containsKey("serial")) {
            throw new IOException("no zone");
        }
        try {
            return Optional.of(new ZoneHead(
                    new DomainName(text.getOrDefault("name", "")),
                    text.getOrDefault("kind", ""),
                    Long.parseLong(text.getOrDefault("edited_serial", text.getOrDefault("serial", ""))),
                    Boolean.parseBoolean(text.get("dnssec")),
                    text.getOrDefault("account", ""),
                    text.getOrDefault("soa_edit", ""),
                    text.getOrDefault("soa_edit_api", ""),
                    Boolean.parseBoolean(text.get("api_rectify")),
                    text.getOrDefault("nsec3param", "")));
        } catch (ProblemException foreign) {
            return Optional.empty();
        } catch (NumberFormatException rubbish) {
            throw new IOException(rubbish);
        }
    }
}
