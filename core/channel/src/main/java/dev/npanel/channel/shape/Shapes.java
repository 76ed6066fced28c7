package dev.npanel.channel.shape;

import dev.npanel.api.value.Secret;
import dev.npanel.api.value.TextValue;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a type. */
public final class Shapes {
    private static final Map<Class<?>, Shape> BASIC = Map.ofEntries(
            Map.entry(String.class, TextShape.STRING),
            Map.entry(Secret.class, TextShape.SECRET),
            Map.entry(Instant.class, TextShape.INSTANT),
            Map.entry(Duration.class, TextShape.DURATION),
            Map.entry(byte[].class, TextShape.BYTES),
            Map.entry(boolean.class, Scalars.BOOLEAN),
            Map.entry(Boolean.class, Scalars.BOOLEAN),
            Map.entry(int.class, Scalars.INT),
            Map.entry(Integer.class, Scalars.INT),
            Map.entry(long.class, Scalars.LONG),
            Map.entry(Long.class, Scalars.LONG),
            Map.entry(double.class, Scalars.DOUBLE),
            Map.entry(Double.class, Scalars.DOUBLE));

    /** Kept with the class itself, so that it goes when a plugin's class loader goes. */
    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return type.isRecord() ? new RecordShape(type) : new Sealed(type);
        }
    };

    private Shapes() {}

    private static boolean covers(Class<?> type) {
        return type.isRecord() || (type.isInterface() && type.isSealed());
    }

    /**
     * The shape of a type.
     *
     * @throws IllegalArgumentException when it has none
     */
    public static Shape of(Type type) {
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return generic(raw, generic.getActualTypeArguments(), type);
        }
        throw none(type);
    }

    private static Shape of(Class<?> type) {
        Shape basic = BASIC.get(type);
        if (basic != null) {
            return basic;
        } else if (type.isEnum()) {
            return TextShape.constant(type);
        } else if (TextValue.class.isAssignableFrom(type) && type.isRecord()) {
            return TextShape.value(type);
        } else if (covers(type) && type.getTypeParameters().length == 0) {
            return new Named(type);
        }
        throw none(type);
    }

    private static Shape generic(Class<?> raw, Type[] arguments, Type whole) {
        if (arguments.length == 0) {
            return of(raw);
        } else if (raw == List.class || raw == Collection.class) {
            return Collections.list(of(arguments[0]));
        } else if (raw == Set.class) {
            return Collections.set(of(arguments[0]));
        } else if (raw == Optional.class) {
            return new Collections.Maybe(of(arguments[0]));
        } else if (raw == Map.class && of(arguments[0]) instanceof TextShape key) {
            return new Collections.Entries(key, of(arguments[1]));
        }
        throw none(whole);
    }

    private static IllegalArgumentException none(Type type) {
        return new IllegalArgumentException("no JSON for " + type.getTypeName());
    }

    /** The shape of a class, found when it is needed: a record may hold others of its own class. */
    private record Named(Class<?> type) implements Shape {
        @Override
        public @Nullable Object read(Input in) throws IOException {
            return SHAPES.get(type).read(in);
        }

        @Override
        public void verify(Set<Class<?>> seen) {
            if (seen.add(type)) {
                SHAPES.get(type).verify(seen);
            }
        }
    }
}
