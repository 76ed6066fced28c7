package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Has Jackson write our values our way, when it comes across them by itself. */
final class RecordSerializer extends JsonSerializer<Object> {
    private final ValueWriter writer;

    RecordSerializer(ValueWriter writer) {
        this.writer = writer;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        writer.write(value, generator);
    }
}
