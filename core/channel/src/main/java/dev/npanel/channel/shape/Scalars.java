package dev.npanel.channel.shape;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Numbers and truth values. No text is taken for a number, no number for another kind of number. */
final class Scalars {
    static final Shape BOOLEAN = Scalars::readBoolean;
    static final Shape INT = in -> {
        Object number = whole(in, Integer.MIN_VALUE, Integer.MAX_VALUE);
        return number == null ? null : (Object) ((Long) number).intValue();
    };
    static final Shape LONG = in -> whole(in, Long.MIN_VALUE, Long.MAX_VALUE);
    static final Shape DOUBLE = Scalars::readDouble;

    private Scalars() {}

    private static @Nullable Object readBoolean(Input in) throws IOException {
        JsonToken token = in.parser().currentToken();
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return token == JsonToken.VALUE_TRUE;
        }
        in.refuse("must be true or false");
        in.parser().skipChildren();
        return null;
    }

    private static @Nullable Object whole(Input in, long least, long most) throws IOException {
        if (!in.expect(JsonToken.VALUE_NUMBER_INT, "must be a whole number")) {
            return null;
        }
        JsonParser parser = in.parser();
        if (parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && parser.getLongValue() >= least
                && parser.getLongValue() <= most) {
            return parser.getLongValue();
        }
        in.refuse("must be a whole number from " + least + " to " + most);
        return null;
    }

    private static @Nullable Object readDouble(Input in) throws IOException {
        if (in.parser().currentToken().isNumeric()) {
            double number = in.parser().getDoubleValue();
            if (Double.isFinite(number)) {
                return number;
            }
        }
        in.refuse("must be a number");
        in.parser().skipChildren();
        return null;
    }
}
