package dev.npanel.panel.limit;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;

/** Numbers that the administrator has written into the configuration. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * The number of a framework property.
     *
     * @param standard when there is no such property
     * @param least what it may be at least
     * @throws IllegalArgumentException in words for the administrator, when it is no such number
     */
    public static int of(BundleContext context, String property, int standard, int least, int most) {
        @Nullable String text = context.getProperty(property);
        if (text == null) {
            return standard;
        }
        try {
            int number = Integer.parseInt(text.strip());
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            throw refusal(property, text, least, most);
        }
        throw refusal(property, text, least, most);
    }

    private static IllegalArgumentException refusal(String property, String text, int least, int most) {
        return new IllegalArgumentException(
                property + " must be a whole number from " + least + " to " + most + ", not " + text.strip());
    }
}
