package dev.npanel.panel.jersey;

import dev.npanel.channel.json.Json;
import dev.npanel.panel.agent.Forwarded;
import dev.npanel.panel.mount.ProblemAnswer;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** JSON bodies, both ways, through the one codec of nPanel. */
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, ProblemAnswer.MEDIA_TYPE})
final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private final Json json = Json.rest();

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body) {
        return json.read(body, generic);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return isJson(type);
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        if (value instanceof Forwarded<?> forwarded) {
            headers.putSingle(HttpHeaders.CONTENT_LENGTH, forwarded.json().length());
            forwarded.json().writeTo(body);
            return;
        }
        byte[] written = json.write(value instanceof ProblemAnswer answer ? answer.body() : value);
        headers.putSingle(HttpHeaders.CONTENT_LENGTH, written.length);
        body.write(written);
    }

    /** Text and bytes are bodies of other media types, and Jersey's own business. */
    private static boolean isJson(Class<?> type) {
        return type != String.class && type != byte[].class && !InputStream.class.isAssignableFrom(type);
    }
}
