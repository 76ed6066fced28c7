package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.npanel.api.value.Secret;
import java.io.IOException;

/** What becomes of a secret where JSON is written. */
enum Secrets {
    /** Between the two processes. */
    WRITTEN {
        @Override
        void write(Secret secret, JsonGenerator out) throws IOException {
            out.writeString(secret.reveal());
        }
    },

    /** Where people look. */
    HIDDEN {
        @Override
        void write(Secret secret, JsonGenerator out) throws IOException {
            out.writeString(secret.toString());
        }
    },

    /** Where it must not get to in the first place. */
    REFUSED {
        @Override
        void write(Secret secret, JsonGenerator out) throws IOException {
            throw new IOException("a secret is in no answer, and does not belong into the journal");
        }
    };

    abstract void write(Secret secret, JsonGenerator out) throws IOException;
}
