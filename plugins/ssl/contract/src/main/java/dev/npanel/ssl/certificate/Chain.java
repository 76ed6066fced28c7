package dev.npanel.ssl.certificate;

import dev.npanel.api.value.TextValue;

/** A certificate and those above it, as PEM in this order (RFC 8446 section 4.4.2). That they fit is checked where they are kept. */
public record Chain(String text) implements TextValue {
    public Chain {
        text = Pem.check(text);
    }
}
