package dev.npanel.channel.shape;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Calls a constructor with what was read, and turns its refusal into violations. */
final class Maker {
    private static final MethodType ALIKE = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> type;
    private final MethodHandle constructor;

    Maker(Class<?> type, Class<?>... parameters) {
        this.type = type;
        try {
            Constructor<?> declared = type.getDeclaredConstructor(parameters);
            declared.setAccessible(true);
            constructor = MethodHandles.lookup()
                    .unreflectConstructor(declared)
                    .asFixedArity()
                    .asSpreader(Object[].class, parameters.length)
                    .asType(ALIKE);
        } catch (NoSuchMethodException | IllegalAccessException none) {
            throw new IllegalArgumentException("no JSON for " + type, none);
        }
    }

    @Nullable
    @SuppressWarnings("IllegalCatch") // what a method handle throws is what the constructor has thrown
    Object make(Input in, @Nullable Object... values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (Throwable thrown) {
            refuse(in, thrown);
            return null;
        }
    }

    private void refuse(Input in, Throwable cause) {
        if (cause instanceof ProblemException refused && refused.problem().kind() == ProblemKind.INVALID) {
            in.refuse(refused.problem());
        } else if (cause instanceof IllegalArgumentException || cause instanceof DateTimeException) {
            in.refuse("is not valid");
        } else if (cause instanceof RuntimeException mistake) {
            throw mistake;
        } else if (cause instanceof Error serious) {
            throw serious;
        } else {
            throw new IllegalStateException("cannot make a " + type, cause);
        }
    }
}
