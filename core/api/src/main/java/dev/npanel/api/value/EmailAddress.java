package dev.npanel.api.value;

import java.util.regex.Pattern;

/** A mail address: a local part of RFC 5322 atoms (no quoting, no comments) at a {@link DomainName}. */
public record EmailAddress(String text) implements TextValue {
    private static final Pattern LOCAL =
            Pattern.compile("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final int MAX_LOCAL = 64;

    public EmailAddress {
        int at = text.lastIndexOf('@');
        if (at < 1 || at > MAX_LOCAL || !LOCAL.matcher(text.substring(0, at)).matches()) {
            throw Text.refuse("must be a mail address, such as hostmaster@example.com");
        }
        text = text.substring(0, at + 1) + new DomainName(text.substring(at + 1)).text();
    }

    /** What stands before the at sign. */
    public String local() {
        return text.substring(0, text.lastIndexOf('@'));
    }

    /** What stands after it. */
    public DomainName domain() {
        return new DomainName(text.substring(text.lastIndexOf('@') + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
