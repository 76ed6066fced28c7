package dev.npanel.web.nginx.config;

import java.util.List;
import java.util.regex.Pattern;

/** Writes directives as nginx reads them. What {@link ConfigReader} reads of it is the same again, whatever the arguments are. */
public final class ConfigWriter {
    private static final String INDENT = "    ";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%=,~*^$|?!&()\\[\\]+-]+");

    private ConfigWriter() {}

    /** The text, with a line for each directive. */
    public static String write(List<Directive> directives) {
        StringBuilder text = new StringBuilder();
        directives.forEach(each -> write(each, "", text));
        return text.toString();
    }

    private static void write(Directive directive, String indent, StringBuilder text) {
        text.append(indent).append(word(directive.name()));
        directive.arguments().forEach(argument -> text.append(' ').append(word(argument)));
        List<Directive> block = directive.block();
        if (block == null) {
            text.append(";\n");
            return;
        }
        text.append(" {\n");
        block.forEach(each -> write(each, indent + INDENT, text));
        text.append(indent).append("}\n");
    }

    /** A backslash before any character is read as itself but before quotes and itself: there it has to be doubled. */
    private static String word(String value) {
        return PLAIN.matcher(value).matches()
                ? value
                : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
