package dev.npanel.agent.boot;

import dev.npanel.channel.json.Json;
import dev.npanel.host.record.RecordCodec;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Component;

/** Records as the socket's JSON. */
@Component(service = RecordCodec.class)
public final class JsonRecords implements RecordCodec {
    private final Json json = Json.wire();

    @Override
    public String write(Record value) {
        return new String(json.write(value), StandardCharsets.UTF_8);
    }

    @Override
    public <R extends Record> R read(String text, Class<R> type) {
        return json.read(text.getBytes(StandardCharsets.UTF_8), type);
    }
}
