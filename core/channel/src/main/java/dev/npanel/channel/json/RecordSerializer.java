package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.npanel.channel.shape.Sealed;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a record: its components and nothing else, whatever other methods it has. */
final class RecordSerializer extends JsonSerializer<Object> {
    private final Component[] components;
    private final @Nullable String typeName;
    private final boolean nulls;

    RecordSerializer(Class<?> type, boolean nulls) {
        components = Stream.of(type.getRecordComponents()).map(Component::of).toArray(Component[]::new);
        boolean taken =
                Stream.of(components).anyMatch(each -> each.name.getValue().equals("type"));
        typeName = taken ? null : Sealed.nameOf(type);
        this.nulls = nulls;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        generator.writeStartObject(value);
        if (typeName != null) {
            generator.writeStringField("type", typeName);
        }
        for (Component component : components) {
            Object field = component.get(value);
            if (field instanceof Optional<?> optional) {
                field = optional.orElse(null);
            }
            if (field != null) {
                generator.writeFieldName(component.name);
                provider.findTypedValueSerializer(field.getClass(), true, null).serialize(field, generator, provider);
            } else if (nulls) {
                generator.writeFieldName(component.name);
                generator.writeNull();
            }
        }
        generator.writeEndObject();
    }

    private record Component(SerializedString name, Method accessor) {
        static Component of(RecordComponent declared) {
            declared.getAccessor().setAccessible(true);
            return new Component(new SerializedString(declared.getName()), declared.getAccessor());
        }

        @Nullable
        Object get(Object value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("cannot read " + accessor, broken);
            }
        }
    }
}
