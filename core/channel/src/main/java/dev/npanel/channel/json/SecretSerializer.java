package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import dev.npanel.api.value.Secret;
import java.io.IOException;

/** What becomes of a secret where JSON is written. */
final class SecretSerializer extends JsonSerializer<Secret> {
    /** Between the two processes. */
    static final JsonSerializer<Secret> WRITTEN =
            new SecretSerializer((secret, out, provider) -> out.writeString(secret.reveal()));

    /** Where people look. */
    static final JsonSerializer<Secret> HIDDEN =
            new SecretSerializer((secret, out, provider) -> out.writeString(secret.toString()));

    /** Where it must not get to in the first place. */
    static final JsonSerializer<Secret> REFUSED = new SecretSerializer(
            (secret, out, provider) -> provider.reportBadDefinition(Secret.class, "a secret is in no answer"));

    private final Treatment treatment;

    private SecretSerializer(Treatment treatment) {
        this.treatment = treatment;
    }

    @Override
    public void serialize(Secret secret, JsonGenerator generator, SerializerProvider provider) throws IOException {
        treatment.write(secret, generator, provider);
    }

    private interface Treatment {
        void write(Secret secret, JsonGenerator generator, SerializerProvider provider) throws IOException;
    }
}
