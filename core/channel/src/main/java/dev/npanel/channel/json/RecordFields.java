package dev.npanel.channel.json;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.npanel.channel.shape.Sealed;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a record: its components and nothing else, whatever other methods it has.
 *
 * @param typeName what says which record of a sealed interface it is, or null
 */
record RecordFields(List<Component> all, @Nullable String typeName) {
    /** Kept with the class itself, so that it goes when a plugin's class loader goes. */
    private static final ClassValue<RecordFields> FIELDS = new ClassValue<>() {
        @Override
        protected RecordFields computeValue(Class<?> type) {
            List<Component> fields =
                    Stream.of(type.getRecordComponents()).map(Component::of).toList();
            boolean taken =
                    fields.stream().anyMatch(each -> each.name.getValue().equals("type"));
            return new RecordFields(fields, taken ? null : Sealed.nameOf(type));
        }
    };

    static RecordFields of(Class<?> record) {
        return FIELDS.get(record);
    }

    /** One component, read where it lies: that is several times as fast as to call its accessor. */
    record Component(SerializedString name, Field place) {
        private static Component of(RecordComponent declared) {
            try {
                Field place = declared.getDeclaringRecord().getDeclaredField(declared.getName());
                place.setAccessible(true);
                return new Component(new SerializedString(declared.getName()), place);
            } catch (NoSuchFieldException broken) {
                throw new IllegalArgumentException("no JSON for " + declared, broken);
            }
        }

        @Nullable
        Object get(Record value) {
            try {
                return place.get(value);
            } catch (IllegalAccessException broken) {
                throw new IllegalStateException("cannot read " + place, broken);
            }
        }
    }
}
