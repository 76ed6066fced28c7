package dev.npanel.api.value;

import java.util.regex.Pattern;

/** The name of an account; for user accounts also the Unix user and the prefix of everything the account owns. */
public record AccountName(String text) implements TextValue, Comparable<AccountName> {
    private static final Pattern SYNTAX = Pattern.compile("[a-z][a-z0-9]{1,15}");

    public AccountName {
        if (!SYNTAX.matcher(text).matches()) {
            throw Text.refuse("must have 2 to 16 characters of a-z and 0-9 and begin with a letter");
        }
    }

    @Override
    public int compareTo(AccountName other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
