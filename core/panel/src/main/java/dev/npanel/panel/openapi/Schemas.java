package dev.npanel.panel.openapi;

import dev.npanel.api.value.Secret;
import dev.npanel.api.value.TextValue;
import dev.npanel.panel.agent.Forwarded;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** JSON Schemas (2020-12) of what goes over HTTP: records, values and collections of them. One for each document; not thread-safe. */
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(Secret.class, Map.of("type", "string", "format", "password", "writeOnly", true)),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
            Map.entry(byte[].class, Map.of("type", "string", "contentEncoding", "base64")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number")),
            Map.entry(Double.class, Map.of("type", "number")));

    private final Map<String, Map<String, Object>> components = new TreeMap<>();
    private final Map<Type, String> names = new HashMap<>();

    /** The schema of the type, or a reference to it. */
    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    /** The schemas that references name. */
    Map<String, Map<String, Object>> components() {
        return components;
    }

    private Map<String, Object> of(Type type, Map<TypeVariable<?>, Type> arguments) {
        if (type instanceof TypeVariable<?> variable) {
            return of(arguments.getOrDefault(variable, Object.class), Map.of());
        }
        Class<?> raw = type instanceof ParameterizedType generic
                ? (Class<?>) generic.getRawType()
                : type instanceof Class<?> plain ? plain : Object.class;
        if (PLAIN.containsKey(raw)) {
            return PLAIN.get(raw);
        }
        if (TextValue.class.isAssignableFrom(raw)) {
            return Map.of("type", "string", "title", raw.getSimpleName());
        }
        if (raw.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(raw.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name())
                            .toList());
        }
        return container(type, raw, arguments);
    }

    private Map<String, Object> container(Type type, Class<?> raw, Map<TypeVariable<?>, Type> arguments) {
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(argument(type, 0), arguments));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(argument(type, 1), arguments));
        }
        if (raw == Optional.class || raw == Forwarded.class) {
            return of(argument(type, 0), arguments);
        }
        return raw.isRecord() ? reference(type, raw) : Map.of();
    }

    private Map<String, Object> reference(Type type, Class<?> raw) {
        String name = names.get(type);
        if (name == null) {
            name = name(type, raw);
            names.put(type, name);
            components.put(name, new LinkedHashMap<>());
            components.put(name, object(type, raw));
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> object(Type type, Class<?> raw) {
        Map<TypeVariable<?>, Type> arguments = new HashMap<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            arguments.put(raw.getTypeParameters()[i], argument(type, i));
        }
        Map<String, Object> properties = new LinkedHashMap<>();
        for (RecordComponent each : raw.getRecordComponents()) {
            properties.put(each.getName(), of(each.getGenericType(), arguments));
        }
        List<String> required = Arrays.stream(raw.getRecordComponents())
                .filter(Schemas::isRequired)
                .map(RecordComponent::getName)
                .toList();
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object"));
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private String name(Type type, Class<?> raw) {
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                name.append("Of").append(argument instanceof Class<?> plain ? plain.getSimpleName() : "Any");
            }
        }
        String first = name.toString();
        for (int i = 2; components.containsKey(name.toString()); i++) {
            name.replace(0, name.length(), first + i);
        }
        return name.toString();
    }

    /** The annotation is known by its name, since its class need not be there at run time. */
    private static boolean isRequired(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return !Collection.class.isAssignableFrom(component.getType())
                && !Map.class.isAssignableFrom(component.getType())
                && component.getType() != Optional.class
                && Arrays.stream(type.getAnnotations())
                        .noneMatch(each -> each.annotationType().getSimpleName().equals("Nullable"));
    }

    private static Type argument(Type type, int index) {
        return type instanceof ParameterizedType generic ? generic.getActualTypeArguments()[index] : Object.class;
    }
}
