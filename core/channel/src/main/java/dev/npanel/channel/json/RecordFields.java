package dev.npanel.channel.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.npanel.channel.shape.Sealed;
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
    record Field(SerializedString name, Method accessor) {
        private static Field of(RecordComponent declared) {
            declared.getAccessor().setAccessible(true);
            return new Field(new SerializedString(declared.getName()), declared.getAccessor());
        }

        @Nullable
        Object get(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException broken) {
                throw new IllegalStateException("cannot read " + accessor, broken);
            }
        }
    }
}
