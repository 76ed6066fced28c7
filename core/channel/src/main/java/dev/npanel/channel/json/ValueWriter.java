package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.npanel.api.value.Secret;
import dev.npanel.api.value.TextValue;
import dev.npanel.channel.shape.Times;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as {@link Json} says.
 *
 * @param nulls whether null is written in records
 * @param secrets what becomes of them
 */
record ValueWriter(boolean nulls, Secrets secrets) {
    void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof TextValue text) {
            out.writeString(text.text());
        } else if (value instanceof Record fields) {
            writeRecord(fields, out);
        } else if (value instanceof Collection<?> elements) {
            writeElements(elements, out);
        } else if (value instanceof Map<?, ?> entries) {
            writeEntries(entries, out);
        } else if (value instanceof Optional<?> optional) {
            write(optional.orElse(null), out);
        } else {
            writeScalar(value, out);
        }
    }

    private void writeScalar(Object value, JsonGenerator out) throws IOException {
        if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Enum<?> constant) {
            out.writeString(constant.name());
        } else if (value instanceof Instant time) {
            out.writeString(Times.text(time));
        } else if (value instanceof Duration) {
            out.writeString(value.toString());
        } else if (value instanceof Secret secret) {
            secrets.write(secret, out);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value instanceof byte[] bytes) {
            out.writeBinary(bytes);
        } else {
            throw new IOException("not a value: " + value.getClass());
        }
    }

    private void writeRecord(Record value, JsonGenerator out) throws IOException {
        RecordFields fields = RecordFields.of(value.getClass());
        out.writeStartObject();
        if (fields.typeName() != null) {
            out.writeStringField("type", fields.typeName());
        }
        for (RecordFields.Component field : fields.all()) {
            Object component = field.get(value);
            if (component instanceof Optional<?> optional) {
                component = optional.orElse(null);
            }
            if (nulls || component != null) {
                out.writeFieldName(field.name());
                write(component, out);
            }
        }
        out.writeEndObject();
    }

    private void writeElements(Collection<?> elements, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object element : elements) {
            write(element, out);
        }
        out.writeEndArray();
    }

    private void writeEntries(Map<?, ?> entries, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            Object key = entry.getKey();
            String name = key instanceof TextValue text ? text.text() : null;
            name = key instanceof Enum<?> constant ? constant.name() : name;
            out.writeFieldName(name == null ? String.valueOf(key) : name);
            write(entry.getValue(), out);
        }
        out.writeEndObject();
    }
}
