package dev.npanel.web.nginx.config;

import java.util.ArrayList;
import java.util.List;

/** Reads directives by the rules of nginx's own parser (ngx_conf_file.c of 1.22). Used once. */
public final class ConfigReader {
    private final String text;
    private int at;

    private ConfigReader(String text) {
        this.text = text;
    }

    /**
     * The directives of a text.
     *
     * @throws IllegalArgumentException with the line, when nginx would not take it apart either
     */
    public static List<Directive> read(String text) {
        return new ConfigReader(text).directives(true);
    }

    private List<Directive> directives(boolean outermost) {
        List<Directive> found = new ArrayList<>();
        for (skipSpace(); at < text.length() && text.charAt(at) != '}'; skipSpace()) {
            found.add(directive());
        }
        if (outermost == at < text.length()) {
            throw broken(outermost ? "unexpected \"}\"" : "a \"}\" is missing");
        }
        return found;
    }

    private Directive directive() {
        List<String> words = new ArrayList<>();
        for (skipSpace(); at < text.length(); skipSpace()) {
            char next = text.charAt(at);
            if ((next == ';' || next == '{') && words.isEmpty()) {
                throw broken("unexpected \"" + next + "\"");
            } else if (next == ';') {
                at++;
                return directive(words);
            } else if (next == '{') {
                at++;
                List<Directive> block = directives(false);
                at++;
                return directive(words).with(block);
            } else if (next == '}') {
                throw broken("unexpected \"}\"");
            }
            words.add(next == '"' || next == '\'' ? quoted(next) : plain());
        }
        throw broken("unexpected end");
    }

    private static Directive directive(List<String> words) {
        return new Directive(words.get(0), words.subList(1, words.size()), null);
    }

    private String quoted(char quote) {
        StringBuilder word = new StringBuilder();
        for (at++; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == quote) {
                at++;
                requireEnd();
                return word.toString();
            }
            take(next, word);
        }
        throw broken("a quote is missing");
    }

    private String plain() {
        StringBuilder word = new StringBuilder();
        for (; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean variable = next == '{' && word.length() > 0 && word.charAt(word.length() - 1) == '$';
            if (!variable && (Character.isWhitespace(next) || next == ';' || next == '{')) {
                break;
            }
            take(next, word);
        }
        return word.toString();
    }

    private void take(char next, StringBuilder word) {
        if (next != '\\' || at + 1 == text.length()) {
            word.append(next);
            return;
        }
        char escaped = text.charAt(++at);
        switch (escaped) {
            case '"', '\'', '\\' -> word.append(escaped);
            case 't' -> word.append('\t');
            case 'r' -> word.append('\r');
            case 'n' -> word.append('\n');
            default -> word.append('\\').append(escaped);
        }
    }

    /** After a quote nginx wants the word to be over. */
    private void requireEnd() {
        if (at < text.length() && !Character.isWhitespace(text.charAt(at)) && ";{)".indexOf(text.charAt(at)) < 0) {
            throw broken("unexpected \"" + text.charAt(at) + "\"");
        }
    }

    private void skipSpace() {
        while (at < text.length() && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
            int end = text.charAt(at) == '#' ? text.indexOf('\n', at) : at;
            at = end < 0 ? text.length() : end + 1;
        }
    }

    private IllegalArgumentException broken(String what) {
        long line = text.substring(0, at).chars().filter(each -> each == '\n').count() + 1;
        return new IllegalArgumentException(what + " in line " + line);
    }
}
