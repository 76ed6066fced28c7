package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sealed interface of records: the field {@code type} says which, by the record's name in small letters with dashes. */
public final class Sealed implements Shape {
    private final Map<String, Class<?>> members = new TreeMap<>();

    Sealed(Class<?> type) {
        collect(type);
    }

    /** Whether the record has a name among several. */
    static boolean hasMember(Class<?> record) {
        return Stream.of(record.getInterfaces()).anyMatch(Class::isSealed);
    }

    /** The name of a record among those of its sealed interface, or null when it has none. */
    public static @Nullable String nameOf(Class<?> record) {
        return hasMember(record) ? name(record) : null;
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        if (!in.expect(JsonToken.START_OBJECT, "must be an object")) {
            return null;
        }
        Copy copy = Copy.of(in.parser());
        Class<?> member = members.getOrDefault(type(copy), Void.class);
        if (member == Void.class) {
            int mark = in.enter(RecordShape.TYPE);
            in.refuse("must be one of " + String.join(", ", members.keySet()));
            in.leave(mark);
            return null;
        }
        try (JsonParser again = copy.parser()) {
            again.nextToken();
            Input over = in.over(again);
            Object value = Shapes.of(member).read(over);
            in.join(over);
            return value;
        }
    }

    @Override
    public void verify(Set<Class<?>> seen) {
        new HashSet<>(members.values()).forEach(member -> Shapes.of(member).verify(seen));
    }

    private static String type(Copy copy) throws IOException {
        try (JsonParser parser = copy.parser()) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(RecordShape.TYPE);
                if (parser.nextToken() == JsonToken.VALUE_STRING && found) {
                    return parser.getText();
                }
                parser.skipChildren();
            }
        }
        return "";
    }

    private void collect(Class<?> type) {
        for (Class<?> each : type.getPermittedSubclasses()) {
            if (each.isSealed()) {
                collect(each);
            } else if (!each.isRecord() || members.put(name(each), each) != null) {
                throw new IllegalArgumentException("no JSON for " + each);
            }
        }
    }

    private static String name(Class<?> record) {
        return record.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
