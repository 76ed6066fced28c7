package dev.npanel.itests.resolve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** {@code packaging/debian/copyright}: what belongs to whom and under which licence, in Debian's machine-readable format (DEP-5). */
record Copyright(List<Stanza> stanzas) {
    private static final Path FILE = Path.of("../../packaging/debian/copyright");

    /**
     * Files of others.
     *
     * @param patterns with {@code *} for anything, as DEP-5 has it
     * @param library its name, and nothing behind it
     */
    record Stanza(List<String> patterns, String licence, String library) {
        boolean covers(String name) {
            return patterns.stream().anyMatch(pattern -> covers(pattern, name));
        }

        static boolean covers(String pattern, String name) {
            return name.matches(Pattern.quote(pattern).replace("*", "\\E.*\\Q"));
        }
    }

    static Copyright read() throws IOException {
        List<Stanza> stanzas = new ArrayList<>();
        for (String paragraph : Files.readString(FILE).split("\n\n", -1)) {
            Map<String, String> fields = fields(paragraph);
            String files = fields.getOrDefault("Files", "*");
            if (!files.equals("*")) {
                stanzas.add(new Stanza(
                        Arrays.asList(files.split("\\s+", -1)),
                        fields.getOrDefault("License", ""),
                        fields.getOrDefault("Comment", "").replaceAll("(?s), http.*", "")));
            }
        }
        return new Copyright(stanzas);
    }

    List<Stanza> covering(String name) {
        return stanzas.stream().filter(stanza -> stanza.covers(name)).toList();
    }

    private static Map<String, String> fields(String paragraph) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : paragraph.split("\n(?! )", -1)) {
            int colon = field.indexOf(':');
            if (colon > 0) {
                fields.put(field.substring(0, colon), field.substring(colon + 1).strip());
            }
        }
        return fields;
    }
}
