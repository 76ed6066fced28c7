package dev.npanel.agent.journal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.npanel.api.value.Secret;
import dev.npanel.channel.json.Json;
import java.io.IOException;

/** JSON as the journal has it: large values, and never a secret. */
public final class JournalJson {
    private JournalJson() {}

    /** A new mapper; writing a secret is an error, and so ends the change that would have it written. */
    public static ObjectMapper mapper() {
        return Json.wire().registerModule(new SimpleModule("journal").addSerializer(Secret.class, new Refusal()));
    }

    private static final class Refusal extends JsonSerializer<Secret> {
        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializerProvider provider) throws IOException {
            throw JsonMappingException.from(json, "a secret does not belong into the journal");
        }
    }
}
