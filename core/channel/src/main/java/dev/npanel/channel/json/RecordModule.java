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
    private final Settings settings;
    private final JsonSerializer<Secret> secrets;

    RecordModule(Settings settings, JsonSerializer<Secret> secrets) {
        this.settings = settings;
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
        context.addDeserializers(new Readers(settings.strict()));
        SimpleSerializers values = new SimpleSerializers();
        values.addSerializer(Secret.class, secrets);
        SimpleSerializers keys = new SimpleSerializers();
        keys.addSerializer(TextValue.class, new TextKeySerializer());
        context.addSerializers(new Writers(new RecordSerializer(new ValueWriter(settings.nulls()))));
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
        private final RecordSerializer writer;

        Writers(RecordSerializer writer) {
            this.writer = writer;
        }

        @Override
        public @Nullable JsonSerializer<?> findSerializer(
                SerializationConfig config, JavaType type, BeanDescription bean) {
            return isOurs(type.getRawClass()) ? writer : null;
        }

        private static boolean isOurs(Class<?> type) {
            return type.isRecord()
                    || TextValue.class.isAssignableFrom(type)
                    || type == Optional.class
                    || type == Instant.class
                    || type == Duration.class;
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
