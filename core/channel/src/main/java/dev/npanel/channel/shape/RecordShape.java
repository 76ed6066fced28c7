package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record: an object with exactly its components as fields, in any order. */
final class RecordShape implements Shape {
    /** Says which record it is, where several could stand. */
    static final String TYPE = "type";

    /** Known by name, so that it does not matter whose copy of the annotation a plugin was linked to. */
    private static final String NULLABLE = "org.jspecify.annotations.Nullable";

    private final Maker maker;
    private final Component[] components;
    private final Map<String, Integer> indexes;
    private final boolean typed;

    RecordShape(Class<?> type) {
        RecordComponent[] declared = type.getRecordComponents();
        maker = new Maker(
                type, Stream.of(declared).map(RecordComponent::getType).toArray(Class<?>[]::new));
        components = new Component[declared.length];
        indexes = new HashMap<>();
        for (int i = 0; i < declared.length; i++) {
            components[i] = component(declared[i]);
            indexes.put(declared[i].getName(), i);
        }
        typed = Sealed.hasMember(type) && !indexes.containsKey(TYPE);
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        if (!in.expect(JsonToken.START_OBJECT, "must be an object")) {
            return null;
        }
        int before = in.refusals();
        @Nullable Object[] values = new Object[components.length];
        BitSet seen = new BitSet(components.length);
        JsonParser parser = in.parser();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            readField(in, name, values, seen);
        }
        complete(in, values, seen);
        return in.refusals() == before ? maker.make(in, values) : null;
    }

    private void readField(Input in, String name, @Nullable Object[] values, BitSet seen) throws IOException {
        Integer index = indexes.get(name);
        if (index == null && typed && name.equals(TYPE)) {
            in.parser().skipChildren();
            return;
        }
        int mark = in.enter(name);
        if (index == null || seen.get(index)) {
            in.refuse(index == null ? "is not known" : "must be given once");
            in.parser().skipChildren();
        } else {
            seen.set(index);
            values[index] = components[index].read(in);
        }
        in.leave(mark);
    }

    private void complete(Input in, @Nullable Object[] values, BitSet seen) {
        for (int i = seen.nextClearBit(0); i < components.length; i = seen.nextClearBit(i + 1)) {
            // where null has a meaning of its own, what is not written means null: that is how null is written
            values[i] = components[i].nullable ? null : components[i].shape.absent();
            if (values[i] == null && !components[i].nullable) {
                int mark = in.enter(components[i].name);
                in.refuse("is required");
                in.leave(mark);
            }
        }
    }

    @Override
    public void verify(Set<Class<?>> seen) {
        for (Component component : components) {
            component.shape.verify(seen);
        }
    }

    private static Component component(RecordComponent declared) {
        boolean nullable = Stream.of(declared.getAnnotatedType().getAnnotations())
                .anyMatch(each -> each.annotationType().getName().equals(NULLABLE));
        return new Component(declared.getName(), Shapes.of(declared.getGenericType()), nullable);
    }

    private record Component(String name, Shape shape, boolean nullable) {
        @Nullable
        Object read(Input in) throws IOException {
            return nullable && in.parser().currentToken() == JsonToken.VALUE_NULL
                    ? null
                    : Collections.present(in, shape);
        }
    }
}
