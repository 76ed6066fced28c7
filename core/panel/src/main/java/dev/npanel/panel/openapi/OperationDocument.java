package dev.npanel.panel.openapi;

import dev.npanel.api.action.Permission;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.panel.mount.GuardedRequest;
import dev.npanel.panel.mount.Operation;
import dev.npanel.panel.rest.Answers;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One operation of the document, from the annotations of the resource's method. */
final class OperationDocument {
    private static final String JSON = "application/json";
    private static final int OK = 200;
    private static final Map<String, Object> PROBLEM = Map.of(
            "description",
            "A problem (RFC 9457)",
            "content",
            Map.of("application/problem+json", Map.of("schema", Map.of("type", "object"))));

    private OperationDocument() {}

    static Map<String, Object> of(Operation operation, Schemas schemas) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(
                "operationId",
                operation.handler().getDeclaringClass().getSimpleName() + "."
                        + operation.handler().getName());
        document.put("tags", List.of(operation.segment()));
        Permission permission = operation.permission();
        if (permission == null) {
            document.put("security", List.of());
        } else {
            document.put("security", List.of(Map.of("bearer", List.of())));
            document.put("x-npanel-permission", permission.name());
            document.put("x-npanel-access", permission.access().name());
        }
        parameters(operation, schemas, document);
        document.put("responses", responses(operation, schemas));
        return document;
    }

    private static void parameters(Operation operation, Schemas schemas, Map<String, Object> document) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter each : operation.handler().getParameters()) {
            if (each.isAnnotationPresent(PathParam.class)) {
                parameters.add(parameter(
                        each.getAnnotation(PathParam.class).value(), "path", schemas.of(each.getParameterizedType())));
            } else if (each.isAnnotationPresent(QueryParam.class)) {
                parameters.add(parameter(
                        each.getAnnotation(QueryParam.class).value(),
                        "query",
                        schemas.of(each.getParameterizedType())));
            } else if (!each.isAnnotationPresent(Context.class) && !each.isAnnotationPresent(HeaderParam.class)) {
                document.put("requestBody", body(operation, schemas.of(each.getParameterizedType())));
            }
        }
        if (takesDryRun(operation)) {
            parameters.add(parameter(GuardedRequest.DRY_RUN, "query", Map.of("type", "boolean", "default", false)));
        }
        if (!parameters.isEmpty()) {
            document.put("parameters", parameters);
        }
    }

    private static Map<String, Object> parameter(String name, String in, Map<String, Object> schema) {
        return Map.of("name", name, "in", in, "required", in.equals("path"), "schema", schema);
    }

    private static Map<String, Object> body(Operation operation, Map<String, Object> schema) {
        Consumes consumes = operation.handler().getAnnotation(Consumes.class);
        String type = consumes == null ? JSON : consumes.value()[0];
        return Map.of("required", true, "content", Map.of(type, Map.of("schema", schema)));
    }

    private static Map<String, Object> responses(Operation operation, Schemas schemas) {
        Map<String, Object> responses = new LinkedHashMap<>();
        Answers answers = operation.handler().getAnnotation(Answers.class);
        if (answers == null) {
            Type type = operation.handler().getGenericReturnType();
            responses.put("2XX", answer(operation, type == void.class ? Void.class : type, schemas));
        } else {
            responses.put(String.valueOf(answers.status()), answer(operation, answers.value(), schemas));
            if (answers.status() != OK && takesDryRun(operation)) {
                responses.put(String.valueOf(OK), preview(schemas));
            }
        }
        responses.put("default", PROBLEM);
        return responses;
    }

    private static Map<String, Object> answer(Operation operation, Type type, Schemas schemas) {
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("description", "Done"));
        if (type != Void.class && type != Response.class) {
            Produces produces = operation.handler().getAnnotation(Produces.class);
            String media = produces == null ? JSON : produces.value()[0];
            answer.put("content", Map.of(media, Map.of("schema", schemas.of(type))));
        }
        return answer;
    }

    private static Map<String, Object> preview(Schemas schemas) {
        return Map.of(
                "description",
                "With dryRun: what would be done",
                "content",
                Map.of(JSON, Map.of("schema", schemas.of(ChangePreview.class))));
    }

    private static boolean takesDryRun(Operation operation) {
        return operation.permission() != null && !operation.method().equals("GET");
    }
}
