package dev.npanel.channel.shape;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** Calls a constructor with what was read, and turns its refusal into violations. */
final class Maker {
    private final Constructor<?> constructor;

    Maker(Class<?> type, Class<?>... parameters) {
        try {
            constructor = type.getDeclaredConstructor(parameters);
        } catch (NoSuchMethodException none) {
            throw new IllegalArgumentException("no JSON for " + type, none);
        }
        constructor.setAccessible(true);
    }

    @Nullable
    Object make(Input in, @Nullable Object... values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException thrown) {
            refuse(in, thrown.getCause());
            return null;
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), broken);
        }
    }

    private void refuse(Input in, @Nullable Throwable cause) {
        if (cause instanceof ProblemException refused && refused.problem().kind() == ProblemKind.INVALID) {
            in.refuse(refused.problem());
        } else if (cause instanceof IllegalArgumentException || cause instanceof DateTimeException) {
            in.refuse("is not valid");
        } else if (cause instanceof RuntimeException mistake) {
            throw mistake;
        } else {
            throw new IllegalStateException("cannot make a " + constructor.getDeclaringClass(), cause);
        }
    }
}
