package dev.npanel.panel.jersey;

import dev.npanel.api.value.TextValue;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Makes values of the text in a path or a query; their constructors refuse what is wrong. */
final class TextParameters implements ParamConverterProvider {
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return TextValue.class.isAssignableFrom(type) ? new Converter<>(type) : null;
    }

    private static final class Converter<T> implements ParamConverter<T> {
        private final Constructor<T> constructor;

        Converter(Class<T> type) {
            try {
                this.constructor = type.getConstructor(String.class);
            } catch (NoSuchMethodException wrong) {
                throw new IllegalArgumentException(type + " is no record of one text", wrong);
            }
        }

        @Override
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return constructor.newInstance(text);
            } catch (InvocationTargetException refused) {
                throw refused.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(refused);
            } catch (ReflectiveOperationException wrong) {
                throw new IllegalStateException(wrong);
            }
        }

        @Override
        public String toString(T value) {
            return ((TextValue) value).text();
        }
    }
}
