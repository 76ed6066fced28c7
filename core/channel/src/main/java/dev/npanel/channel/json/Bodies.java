package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.npanel.api.value.Text;
import dev.npanel.channel.shape.Input;
import dev.npanel.channel.shape.Shapes;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads whole bodies; by our shapes when they are of our types, by Jackson otherwise. */
final class Bodies {
    private Bodies() {}

    static Object read(ObjectMapper mapper, JsonParser parser, Type type) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw Text.refuse("must be one well-formed JSON value in UTF-8");
        }
        Input in = new Input(parser, Settings.of(mapper).strict());
        Object value = null;
        if (first == JsonToken.VALUE_NULL) {
            in.refuse("must not be null");
        } else if (isOurs(type)) {
            value = Shapes.of(type).read(in);
        } else {
            value = mapper.readValue(parser, mapper.constructType(type));
        }
        if (parser.nextToken() != null) {
            in.refuse("must be one well-formed JSON value in UTF-8");
        }
        if (value == null || in.refusals() > 0) {
            throw in.problem();
        }
        return value;
    }

    private static boolean isOurs(Type type) {
        return type instanceof Class<?> plain ? Shapes.covers(plain) : type instanceof ParameterizedType;
    }
}
