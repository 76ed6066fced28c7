package dev.npanel.channel.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;

/** How Jackson is set up: bounds on everything. */
final class Parsing {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 256;
    private static final int MIN_DOCUMENT = 8 << 20;
    private static final int RECYCLED = 8;

    private Parsing() {}

    /** @param longestText in characters, of one field */
    static JsonFactory factory(int longestText) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .maxStringLength(longestText)
                        .maxDocumentLength(2L * Math.max(longestText, MIN_DOCUMENT))
                        .build())
                // Names come from outside: they are not to stay in the JVM's table of strings. UTF-8 is not guessed.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                // Buffers of a few calls at once, rather than of every thread that ever made one.
                .recyclerPool(JsonRecyclerPools.newBoundedPool(RECYCLED))
                .build();
    }
}
