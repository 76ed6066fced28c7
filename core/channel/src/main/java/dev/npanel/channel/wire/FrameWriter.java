package dev.npanel.channel.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemKind;
import dev.npanel.channel.frame.Body;
import dev.npanel.channel.frame.Frame;
import dev.npanel.channel.json.Json;
import java.io.IOException;
import java.io.OutputStream;

/** Turns frames into bytes. Thread-safe. */
final class FrameWriter {
    private final Json form = Json.wire();

    FrameBytes write(Frame frame) {
        FrameBytes bytes = new FrameBytes();
        try (JsonGenerator json = form.generator(bytes)) {
            json.writeStartObject();
            writeFields(frame, json, bytes);
            json.writeEndObject();
        } catch (IOException unwritable) {
            throw new IllegalArgumentException("no JSON for the frame", unwritable);
        }
        check(bytes.length());
        bytes.finish();
        return bytes;
    }

    private void writeFields(Frame frame, JsonGenerator json, OutputStream bytes) throws IOException {
        if (frame instanceof Frame.Call call) {
            start(json, "call", call);
            json.writeStringField("action", call.action());
            writeValue(json, "contract", call.contract());
            writeValue(json, "caller", call.caller());
            json.writeNumberField("deadlineMillis", call.deadlineMillis());
            json.writeBooleanField("dryRun", call.dryRun());
            json.writeNumberField("files", call.files());
            writeBody(json, bytes, "input", call.input());
        } else if (frame instanceof Frame.Result result) {
            start(json, "result", result);
            if (result.change() != null) {
                json.writeStringField("change", result.change().text());
            }
            json.writeNumberField("files", result.files());
            writeBody(json, bytes, "output", result.output());
        } else if (frame instanceof Frame.Preview preview) {
            start(json, "preview", preview);
            writeValue(json, "preview", preview.preview());
        } else if (frame instanceof Frame.Failure failure) {
            start(json, "failure", failure);
            writeValue(json, "problem", failure.problem());
        } else if (frame instanceof Frame.Progress progress) {
            start(json, "progress", progress);
            json.writeNumberField("done", progress.done());
            json.writeNumberField("total", progress.total());
            json.writeStringField("text", progress.text());
        } else {
            start(json, "cancel", frame);
        }
    }

    private void writeValue(JsonGenerator json, String name, Object value) throws IOException {
        json.writeFieldName(name);
        form.write(value, json);
    }

    private static void start(JsonGenerator json, String type, Frame frame) throws IOException {
        json.writeStringField("type", type);
        json.writeNumberField("v", frame.v());
        json.writeNumberField("id", frame.id());
    }

    /** The body is JSON already and goes as it is past the generator, which only writes what stands around it. */
    private static void writeBody(JsonGenerator json, OutputStream bytes, String name, Body body) throws IOException {
        check(body.length());
        json.writeFieldName(name);
        json.writeRawValue("");
        json.flush();
        body.writeTo(bytes);
    }

    private static void check(int length) {
        if (length > Link.MAX_FRAME) {
            throw Problem.of(ProblemKind.LIMIT, "channel.size", "This is more than fits into one request or answer.")
                    .asException();
        }
    }
}
