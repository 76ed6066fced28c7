package dev.npanel.channel.shape;

import org.jspecify.annotations.Nullable;

/** What no text may contain, whatever it is for. Types refuse more than this; none can forget this much. */
final class Characters {
    private static final int DELETE = 0x7f;
    private static final int LAST_C1 = 0x9f;

    private Characters() {}

    /** The rule that the text breaks, or null. */
    static @Nullable String refusal(String text, boolean strict) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (Character.isSurrogate(each)) {
                if (!Character.isHighSurrogate(each)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return "must be valid Unicode";
                }
                i++;
            } else if (strict && isControl(each)) {
                return "must not contain control characters";
            }
        }
        return null;
    }

    private static boolean isControl(char each) {
        return each < ' ' ? each != '\t' && each != '\n' && each != '\r' : each >= DELETE && each <= LAST_C1;
    }
}
