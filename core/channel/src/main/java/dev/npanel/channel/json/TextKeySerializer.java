package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.npanel.api.value.TextValue;
import java.io.IOException;

/** Writes a value's text where a field's name stands. */
final class TextKeySerializer extends JsonSerializer<TextValue> {
    @Override
    public void serialize(TextValue value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeFieldName(value.text());
    }
}
