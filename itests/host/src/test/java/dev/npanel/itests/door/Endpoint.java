package dev.npanel.itests.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.npanel.itests.host.Ci;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An endpoint of the panel, as its own description has it.
 *
 * @param path with parameters in braces, {@code /api/dns/{domain}}
 * @param permission empty when everybody may
 * @param description the operation
 */
record Endpoint(String method, String path, String permission, boolean forAdministrators, JsonNode description) {
    static List<Endpoint> all(Ci ci) {
        JsonNode openapi = ci.administrator().get("openapi.json").expect(200).json();
        List<Endpoint> endpoints = new ArrayList<>();
        openapi.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue().properties().forEach(operation -> add(endpoints, path.getKey(), operation)));
        return endpoints;
    }

    private static void add(List<Endpoint> endpoints, String path, Map.Entry<String, JsonNode> operation) {
        if (operation.getKey().matches("get|post|put|patch|delete")) {
            JsonNode description = operation.getValue();
            String full = path.startsWith("/api") ? path : "/api" + path;
            endpoints.add(new Endpoint(
                    operation.getKey().toUpperCase(Locale.ROOT),
                    full,
                    description.path("x-npanel-permission").asText(""),
                    description.path("x-npanel-access").asText("").equals("ADMINISTRATOR"),
                    description));
        }
    }

    boolean isAnonymous() {
        return permission.isEmpty();
    }

    /** The path with values in the place of its parameters; every parameter must have one. */
    String with(Map<String, String> values) {
        String filled = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replaceAll("\\{" + value.getKey() + "(:[^}]*)?}", value.getValue());
        }
        if (filled.contains("{")) {
            throw new AssertionError("no value for a parameter of " + path);
        }
        return filled;
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
