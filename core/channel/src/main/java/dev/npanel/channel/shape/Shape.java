package dev.npanel.channel.shape;

import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one type looks in JSON. Immutable; holds no class that its own type does not know. */
public interface Shape {
    /**
     * Reads the value that begins at the current token, and moves to its last token, also when it is refused.
     *
     * @return null when the value was refused, which the input has then been told
     * @throws IOException when the input is no JSON; reading cannot go on
     */
    @Nullable
    Object read(Input in) throws IOException;

    /** What stands for a field that is not there, or null when it has to be there. */
    default @Nullable Object absent() {
        return null;
    }

    /**
     * Looks at every type that this one leads to.
     *
     * @param seen the classes that need not be looked at again
     * @throws IllegalArgumentException when one has no shape
     */
    default void verify(Set<Class<?>> seen) {}
}
