package dev.npanel.dns.powerdns.rrset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.npanel.dns.record.RecordName;
import dev.npanel.dns.record.RecordType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Record sets in the JSON of PowerDNS's API, as a stream: a zone may have a hundred thousand. */
public final class RrsetJson {
    private RrsetJson() {}

    /** Reads the object that the parser stands on. */
    public static Rrset read(JsonParser parser) throws IOException {
        String name = "";
        String type = "";
        long ttl = 0;
        List<Item> raw = List.of();
        List<Note> notes = List.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = parser.getText().toLowerCase(Locale.ROOT);
                case "type" -> type = parser.getText();
                case "ttl" -> ttl = parser.getLongValue();
                case "records" -> raw = array(parser, RrsetJson::item);
                case "comments" -> notes = array(parser, RrsetJson::note);
                default -> parser.skipChildren();
            }
        }
        Place place = new Place(name, type);
        return new Rrset(place, ttl, canonical(place, raw), notes);
    }

    /** Writes the set as an element of a zone, or with its {@code changetype} as one of a change. */
    public static void write(JsonGenerator out, Rrset set, boolean change) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", set.place().name());
        out.writeStringField("type", set.place().type());
        if (change) {
            out.writeStringField("changetype", set.isEmpty() ? "DELETE" : "REPLACE");
        }
        if (!set.isEmpty()) {
            out.writeNumberField("ttl", set.ttl());
            out.writeArrayFieldStart("records");
            for (Item item : set.items()) {
                out.writeStartObject();
                out.writeStringField(
                        "content",
                        item.foreign()
                                ? item.content()
                                : Spelling.ofPdns(set.place().type(), item.content()));
                out.writeBooleanField("disabled", item.disabled());
                out.writeEndObject();
            }
            out.writeEndArray();
            write(out, set.notes());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, List<Note> notes) throws IOException {
        out.writeArrayFieldStart("comments");
        for (Note note : notes) {
            out.writeStartObject();
            out.writeStringField("account", note.account());
            out.writeStringField("content", note.content());
            out.writeNumberField("modified_at", note.modifiedAt());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static List<Item> canonical(Place place, List<Item> raw) {
        Optional<RecordType> type = Translation.type(place.type());
        Optional<RecordName> name = type.isEmpty() ? Optional.empty() : Translation.name(place.name());
        if (type.isEmpty() || name.isEmpty()) {
            return raw;
        }
        return raw.stream()
                .map(item -> Spelling.canonical(name.get(), type.get(), item.content())
                        .map(content -> new Item(content, item.disabled(), false))
                        .orElse(item))
                .toList();
    }

    private static Item item(JsonParser parser) throws IOException {
        String content = "";
        boolean disabled = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "content" -> content = parser.getText();
                case "disabled" -> disabled = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
        return new Item(content, disabled, true);
    }

    private static Note note(JsonParser parser) throws IOException {
        String account = "";
        String content = "";
        long modifiedAt = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "account" -> account = parser.getText();
                case "content" -> content = parser.getText();
                case "modified_at" -> modifiedAt = parser.getLongValue();
                default -> parser.skipChildren();
            }
        }
        return new Note(account, content, modifiedAt);
    }

    private static <T> List<T> array(JsonParser parser, Element<T> element) throws IOException {
        if (!parser.isExpectedStartArrayToken()) {
            throw new IOException("no array");
        }
        List<T> list = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            list.add(element.read(parser));
        }
        if (parser.currentToken() != JsonToken.END_ARRAY) {
            throw new IOException("no array of objects");
        }
        return list;
    }

    private interface Element<T> {
        T read(JsonParser parser) throws IOException;
    }
}
