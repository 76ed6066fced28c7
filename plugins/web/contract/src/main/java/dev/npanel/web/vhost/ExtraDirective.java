package dev.npanel.web.vhost;

import dev.npanel.api.value.Text;
import dev.npanel.api.value.TextValue;

/**
 * One directive in the web server's own language, without the final semicolon: {@code add_header X-Robots-Tag noindex}. Which there
 * may be is for the backend to say.
 */
public record ExtraDirective(String text) implements TextValue {
    private static final int MAX_LENGTH = 1000;

    public ExtraDirective {
        text = Text.line(text.strip(), MAX_LENGTH);
        if (text.endsWith(";")) {
            text = Text.line(text.substring(0, text.length() - 1).stripTrailing(), MAX_LENGTH);
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
