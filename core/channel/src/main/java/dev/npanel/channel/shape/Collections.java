package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Types that hold others: none of them has to be given, and what they hold cannot be changed afterwards. */
final class Collections {
    private Collections() {}

    static Shape list(Shape element) {
        return new Elements(element, List.of(), List::copyOf);
    }

    static Shape set(Shape element) {
        return new Elements(
                element, Set.of(), elements -> java.util.Collections.unmodifiableSet(new LinkedHashSet<>(elements)));
    }

    private record Elements(Shape element, Collection<?> empty, UnaryOperator<Collection<?>> finish) implements Shape {
        @Override
        public @Nullable Object read(Input in) throws IOException {
            if (!in.expect(JsonToken.START_ARRAY, "must be a list")) {
                return null;
            }
            int before = in.refusals();
            List<Object> elements = new ArrayList<>();
            for (int i = 0; in.parser().nextToken() != JsonToken.END_ARRAY; i++) {
                int mark = in.enter(i);
                Object value = present(in, element);
                in.leave(mark);
                if (value != null) {
                    elements.add(value);
                }
            }
            return in.refusals() == before ? finish.apply(elements) : null;
        }

        @Override
        public Object absent() {
            return empty;
        }

        @Override
        public void verify(Set<Class<?>> seen) {
            element.verify(seen);
        }
    }

    /** An object whose fields are not known beforehand. */
    record Entries(TextShape key, Shape value) implements Shape {
        @Override
        public @Nullable Object read(Input in) throws IOException {
            if (!in.expect(JsonToken.START_OBJECT, "must be an object")) {
                return null;
            }
            int before = in.refusals();
            Map<Object, Object> entries = new LinkedHashMap<>();
            JsonParser parser = in.parser();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                int mark = in.enter(name);
                parser.nextToken();
                Object newKey = key.convert(in, name);
                Object newValue = present(in, value);
                if (newKey != null && newValue != null && entries.put(newKey, newValue) != null) {
                    in.refuse("must be given once");
                }
                in.leave(mark);
            }
            return in.refusals() == before ? java.util.Collections.unmodifiableMap(entries) : null;
        }

        @Override
        public Object absent() {
            return Map.of();
        }

        @Override
        public void verify(Set<Class<?>> seen) {
            value.verify(seen);
        }
    }

    /** Something that may be missing, or null. */
    record Maybe(Shape value) implements Shape {
        @Override
        public @Nullable Object read(Input in) throws IOException {
            return in.parser().currentToken() == JsonToken.VALUE_NULL
                    ? Optional.empty()
                    : Optional.ofNullable(value.read(in));
        }

        @Override
        public Object absent() {
            return Optional.empty();
        }

        @Override
        public void verify(Set<Class<?>> seen) {
            value.verify(seen);
        }
    }

    static @Nullable Object present(Input in, Shape shape) throws IOException {
        if (in.parser().currentToken() == JsonToken.VALUE_NULL && !(shape instanceof Maybe)) {
            in.refuse("must not be null");
            return null;
        }
        return shape.read(in);
    }
}
