package dev.npanel.channel.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.ContextAttributes;

/**
 * How a mapper of ours differs from another; goes with the mapper.
 *
 * @param strict whether control characters are refused everywhere
 * @param nulls whether null is written
 */
record Settings(boolean strict, boolean nulls) {
    private static final Settings FOREIGN = new Settings(true, false);

    ContextAttributes attributes() {
        return ContextAttributes.getEmpty().withSharedAttribute(Settings.class, this);
    }

    /** The settings of a mapper; strict ones when it is none of ours. */
    static Settings of(ObjectMapper mapper) {
        return mapper.getDeserializationConfig().getAttributes().getAttribute(Settings.class) instanceof Settings own
                ? own
                : FOREIGN;
    }
}
