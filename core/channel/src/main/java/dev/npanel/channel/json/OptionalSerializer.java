package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Optional;

/** Writes what is in it, or null. */
final class OptionalSerializer extends JsonSerializer<Optional<?>> {
    @Override
    public void serialize(Optional<?> value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        if (value.isPresent()) {
            provider.findTypedValueSerializer(value.get().getClass(), true, null)
                    .serialize(value.get(), generator, provider);
        } else {
            generator.writeNull();
        }
    }
}
