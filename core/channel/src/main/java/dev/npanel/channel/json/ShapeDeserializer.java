package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.npanel.channel.shape.Input;
import dev.npanel.channel.shape.Shape;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a whole body by its shape. */
final class ShapeDeserializer extends StdDeserializer<Object> {
    private static final long serialVersionUID = 1L;

    private final transient Shape shape;
    private final boolean strict;

    ShapeDeserializer(JavaType type, Shape shape, boolean strict) {
        super(type);
        this.shape = shape;
        this.strict = strict;
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        Input in = new Input(parser, strict);
        Object value = shape.read(in);
        if (in.refusals() > 0) {
            throw in.problem();
        }
        return value;
    }
}
