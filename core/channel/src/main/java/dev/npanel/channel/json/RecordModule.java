package dev.npanel.channel.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.ser.impl.UnknownSerializer;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import dev.npanel.api.value.Secret;
import dev.npanel.api.value.TextValue;
import dev.npanel.channel.shape.Shapes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Has Jackson read and write our types our way. */
final class RecordModule extends Module {
    private final boolean strict;
    private final boolean nulls;
    private final JsonSerializer<Secret> secrets;

    /**
     * @param strict whether control characters are refused everywhere
     * @param nulls whether null is written
     */
    RecordModule(boolean strict, boolean nulls, JsonSerializer<Secret> secrets) {
        this.strict = strict;
        this.nulls = nulls;
        this.secrets = secrets;
    }

    @Override
    public String getModuleName() {
        return "npanel";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addDeserializers(new Readers(strict));
        SimpleSerializers values = new SimpleSerializers();
        values.addSerializer(Secret.class, secrets);
        values.addSerializer(TextValue.class, new TextSerializer());
        values.addSerializer(Instant.class, ToStringSerializer.instance);
        values.addSerializer(Duration.class, ToStringSerializer.instance);
        SimpleSerializers keys = new SimpleSerializers();
        keys.addSerializer(TextValue.class, new TextSerializer.Key());
        context.addSerializers(new Writers(nulls));
        context.addSerializers(values);
        context.addKeySerializers(keys);
        context.addBeanSerializerModifier(new NoBeans());
    }

    private static final class Readers extends Deserializers.Base {
        private final boolean strict;

        Readers(boolean strict) {
            this.strict = strict;
        }

        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription bean) {
            return Shapes.covers(type.getRawClass()) ? reader(type) : null;
        }

        @Override
        public JsonDeserializer<?> findCollectionDeserializer(
                CollectionType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable TypeDeserializer elementType,
                @Nullable JsonDeserializer<?> element) {
            return reader(type);
        }

        @Override
        public JsonDeserializer<?> findMapDeserializer(
                MapType type,
                DeserializationConfig config,
                BeanDescription bean,
                @Nullable KeyDeserializer key,
                @Nullable TypeDeserializer elementType,
                @Nullable JsonDeserializer<?> element) {
            return reader(type);
        }

        private JsonDeserializer<?> reader(JavaType type) {
            return new ShapeDeserializer(type, Shapes.of(type), strict);
        }
    }

    private static final class Writers extends Serializers.Base {
        private final boolean nulls;

        Writers(boolean nulls) {
            this.nulls = nulls;
        }

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean) {
            Class<?> raw = type.getRawClass();
            if (raw == Optional.class) {
                return new OptionalSerializer();
            }
            return raw.isRecord() && !TextValue.class.isAssignableFrom(raw) ? new RecordSerializer(raw, nulls) : null;
        }
    }

    /** An object that is no value of ours is never written, by whatever getters it has. */
    private static final class NoBeans extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public JsonSerializer<?> modifySerializer(
                SerializationConfig config, BeanDescription bean, JsonSerializer<?> serializer) {
            return serializer instanceof BeanSerializerBase ? new UnknownSerializer(bean.getBeanClass()) : serializer;
        }
    }
}
