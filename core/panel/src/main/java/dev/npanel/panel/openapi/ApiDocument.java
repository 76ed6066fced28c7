package dev.npanel.panel.openapi;

import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Operation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The document as JSON's maps and lists. */
final class ApiDocument {
    private static final Map<String, Object> BEARER = Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT");

    private ApiDocument() {}

    static Map<String, Object> of(List<MountedBundle> bundles) {
        Schemas schemas = new Schemas();
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        bundles.stream()
                .flatMap(bundle -> bundle.operations().stream())
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .forEach(operation -> paths.computeIfAbsent(operation.path(), path -> new LinkedHashMap<>())
                        .put(operation.method().toLowerCase(Locale.ROOT), OperationDocument.of(operation, schemas)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", "nPanel", "version", "1"));
        document.put("servers", List.of(Map.of("url", "/")));
        document.put("paths", paths);
        document.put(
                "components", Map.of("securitySchemes", Map.of("bearer", BEARER), "schemas", schemas.components()));
        return document;
    }
}
