package dev.npanel.channel.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.npanel.channel.shape.Sealed;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a record: its components and nothing else, whatever other methods it has.
 *
 * @param typeName what says which record of a sealed interface it is, or null
 */
record RecordFields(List<Field> all, @Nullable String typeName) {
    /** Kept with the class itself, so that it goes when a plugin's class loader goes. */
    private static final ClassValue<RecordFields> FIELDS = new ClassValue<>() {
        @Override
        protected RecordFields computeValue(Class<?> type) {
            List<Field> fields =
                    Stream.of(type.getRecordComponents()).map(Field::of).toList();
            boolean taken =
                    fields.stream().anyMatch(each -> each.name.getValue().equals("type"));
            return new RecordFields(fields, taken ? null : Sealed.nameOf(type));
        }
    };

    static RecordFields of(Class<?> record) {
        return FIELDS.get(record);
    }

    /** One component. */
    record Field(SerializedString name, MethodHandle accessor) {
        private static final MethodType ALIKE = MethodType.methodType(Object.class, Record.class);

        private static Field of(RecordComponent declared) {
            Method accessor = declared.getAccessor();
            accessor.setAccessible(true);
            try {
                return new Field(
                        new SerializedString(declared.getName()),
                        MethodHandles.lookup().unreflect(accessor).asType(ALIKE));
            } catch (IllegalAccessException broken) {
                throw new IllegalArgumentException("cannot read " + accessor, broken);
            }
        }

        @Nullable
        @SuppressWarnings("IllegalCatch") // what a method handle throws is what the accessor has thrown
        Object get(Record value) {
            try {
                return (Object) accessor.invokeExact(value);
            } catch (RuntimeException | Error mistake) {
                throw mistake;
            } catch (Throwable broken) {
                throw new IllegalStateException("cannot read " + accessor, broken);
            }
        }
    }
}
