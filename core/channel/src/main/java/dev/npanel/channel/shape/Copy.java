package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.CharArrayWriter;
import java.io.IOException;

/** A value that has been read from a parser, which has checked it, and can be read again. */
final class Copy {
    // what the parser has let through is let through
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    // characters, not UTF-8: text that is no valid Unicode is refused by its type
    private final char[] json;

    private Copy(char[] json) {
        this.json = json;
    }

    /** The value that begins at the current token; the parser moves to its last token. */
    static Copy of(JsonParser parser) throws IOException {
        CharArrayWriter text = new CharArrayWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.copyCurrentStructure(parser);
        }
        return new Copy(text.toCharArray());
    }

    JsonParser parser() throws IOException {
        return JSON.createParser(json);
    }
}
