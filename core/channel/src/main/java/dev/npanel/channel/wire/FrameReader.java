package dev.npanel.channel.wire;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.npanel.api.action.Caller;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Permission;
import dev.npanel.api.change.ChangeId;
import dev.npanel.api.change.ChangePreview;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.json.Json;
import dev.npanel.channel.shape.Input;
import dev.npanel.channel.shape.Shape;
import dev.npanel.channel.shape.Shapes;
import dev.npanel.channel.wire.BadFrame.Fault;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns bytes into frames. A frame's fields may come in any order; those of its body are left unread. Thread-safe. */
final class FrameReader {
    private static final Map<String, Shape> SHAPES = Map.ofEntries(
            Map.entry("type", Shapes.of(String.class)),
            Map.entry("v", Shapes.of(int.class)),
            Map.entry("id", Shapes.of(long.class)),
            Map.entry("action", Shapes.of(String.class)),
            Map.entry("contract", Shapes.of(ContractVersion.class)),
            Map.entry("caller", Shapes.of(Caller.class)),
            Map.entry("deadlineMillis", Shapes.of(long.class)),
            Map.entry("dryRun", Shapes.of(boolean.class)),
            Map.entry("files", Shapes.of(int.class)),
            Map.entry("change", Shapes.of(ChangeId.class)),
            Map.entry("preview", Shapes.of(ChangePreview.class)),
            Map.entry("problem", Shapes.of(Problem.class)),
            Map.entry("done", Shapes.of(long.class)),
            Map.entry("total", Shapes.of(long.class)),
            Map.entry("text", Shapes.of(String.class)));

    /** The frame that these bytes, without the length, are. They must not change any more. */
    Frame read(byte[] json) throws BadFrame, IOException {
        Fields fields = new Fields(new HashMap<>());
        Problem problem = readFields(json, fields);
        if (fields.version() != Frame.VERSION) {
            throw fields.bad(
                    Fault.VERSION,
                    Problem.of(
                            ProblemKind.INVALID,
                            "channel.version",
                            "This agent speaks version " + Frame.VERSION + " of the protocol."));
        }
        if (problem != null) {
            throw fields.bad(Fault.MALFORMED, problem);
        }
        return fields.frame();
    }

    private static @Nullable Problem readFields(byte[] json, Fields fields) throws IOException {
        try (JsonParser parser = Json.wire().parser(json)) {
            Input in = new Input(parser, false);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Problem.invalid("", "must be an object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                int mark = in.enter(name);
                readField(in, parser, name, json, fields.values);
                in.leave(mark);
            }
            if (parser.nextToken() != null) {
                in.refuse("must end with its object");
            }
            return in.refusals() > 0 ? in.problem().problem() : null;
        } catch (JacksonException refused) {
            return Problem.invalid("", "must be well-formed JSON in UTF-8");
        }
    }

    private static void readField(Input in, JsonParser parser, String name, byte[] json, Map<String, Object> values)
            throws IOException {
        Shape shape = SHAPES.get(name);
        Object value = null;
        if (name.equals("input") || name.equals("output")) {
            value = body(in, parser, json);
        } else if (shape != null) {
            value = shape.read(in);
        } else {
            in.refuse("is not known");
            parser.skipChildren();
        }
        if (value != null && values.putIfAbsent(name, value) != null) {
            in.refuse("must be given once");
        }
    }

    private static @Nullable Body body(Input in, JsonParser parser, byte[] json) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            in.refuse("must be an object");
            parser.skipChildren();
            return null;
        }
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        return Body.within(json, start, (int) parser.currentLocation().getByteOffset());
    }

    /** The fields of one frame, each of which is taken once. */
    private record Fields(Map<String, Object> values) {
        Frame frame() throws BadFrame {
            String type = take("type", String.class);
            int v = take("v", Integer.class);
            long id = take("id", Long.class);
            Frame frame = build(type, v, id);
            if (!values.isEmpty()) {
                throw malformed(id, values.keySet().iterator().next(), "is not of a frame of this type");
            }
            return frame;
        }

        private Frame build(String type, int v, long id) throws BadFrame {
            return switch (type) {
                case "call" ->
                    new Frame.Call(
                            v,
                            id,
                            action(id),
                            take("contract", ContractVersion.class),
                            take("caller", Caller.class),
                            take("deadlineMillis", Long.class),
                            takeOr("dryRun", false),
                            takeOr("files", 0),
                            take("input", Body.class));
                case "result" ->
                    new Frame.Result(
                            v, id, (ChangeId) values.remove("change"), takeOr("files", 0), take("output", Body.class));
                case "preview" -> new Frame.Preview(v, id, take("preview", ChangePreview.class));
                case "failure" -> new Frame.Failure(v, id, take("problem", Problem.class));
                case "progress" ->
                    new Frame.Progress(
                            v, id, take("done", Long.class), take("total", Long.class), take("text", String.class));
                case "cancel" -> new Frame.Cancel(v, id);
                default -> throw malformed(id, "type", "must be the type of a frame");
            };
        }

        private String action(long id) throws BadFrame {
            String action = take("action", String.class);
            if (!Permission.isName(action)) {
                throw malformed(id, "action", "must be the name of an action");
            }
            return action;
        }

        private <T> T take(String name, Class<T> type) throws BadFrame {
            Object value = values.remove(name);
            if (value == null) {
                throw malformed(id(), name, "is required");
            }
            return type.cast(value);
        }

        @SuppressWarnings("unchecked")
        private <T> T takeOr(String name, T otherwise) {
            Object value = values.remove(name);
            return value == null ? otherwise : (T) value;
        }

        int version() {
            return values.get("v") instanceof Integer version ? version : Frame.VERSION;
        }

        BadFrame bad(Fault fault, Problem problem) {
            return new BadFrame(fault, id(), problem);
        }

        private long id() {
            return values.get("id") instanceof Long id && id > 0 ? id : 0;
        }

        private static BadFrame malformed(long id, String field, String rule) {
            return new BadFrame(Fault.MALFORMED, id, Problem.invalid(field, rule));
        }
    }
}
