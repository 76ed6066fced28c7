package dev.npanel.channel.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.npanel.api.value.Secret;

/** How Jackson is set up: no annotations, no beans, bounds on everything. */
final class Mappers {
    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER = 64;
    private static final int MAX_NAME = 256;
    private static final int MEBIBYTE = 1 << 20;
    private static final int RECYCLED = 8;

    private Mappers() {}

    static ObjectMapper wire() {
        return mapper(16 * MEBIBYTE, new Settings(false, false), SecretSerializer.WRITTEN);
    }

    static ObjectMapper rest() {
        return mapper(MEBIBYTE, new Settings(true, true), SecretSerializer.REFUSED);
    }

    static ObjectMapper audit() {
        return mapper(MEBIBYTE, new Settings(false, false), SecretSerializer.HIDDEN);
    }

    private static ObjectMapper mapper(int maxString, Settings settings, JsonSerializer<Secret> secrets) {
        return JsonMapper.builder(factory(maxString))
                .addModule(new RecordModule(settings, secrets))
                .defaultAttributes(settings.attributes())
                .annotationIntrospector(AnnotationIntrospector.nopInstance())
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
    }

    private static JsonFactory factory(int maxString) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_NUMBER)
                        .maxNameLength(MAX_NAME)
                        .maxStringLength(maxString)
                        .maxDocumentLength(2L * Math.max(maxString, 8 * MEBIBYTE))
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
