package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.value.Text;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TTL;

/**
 * Records out of entries, by dnsjava. Keeps what one entry means for the next: origin, TTL and owner. Not thread-safe.
 */
final class RecordReader {
    private static final int BUFFER = 256;
    private static final int MAX_GENERATED = 65_536;
    private static final int MAX_EXPANDED = 4_096;
    private static final String GENERATE = "$GENERATE";
    private static final String OPEN = "${";
    /** An offset, a width and a base, as small as names and addresses can use them. */
    private static final Pattern MODIFIERS = Pattern.compile("\\$\\{(-?[0-9]{1,10})(,[0-9]{1,2})?(,[doxX])?}");

    private Name origin;
    private long defaultTtl = -1;
    private long lastTtl = -1;
    private @Nullable Name lastOwner;
    private int generated;

    RecordReader(Name origin) {
        this.origin = origin;
    }

    /**
     * The records of an entry; none, when it is a directive.
     *
     * @throws IOException when it cannot be read; dnsjava says so by some unchecked exceptions too
     */
    List<Record> read(Entry entry) throws IOException {
        if (entry.isDirective() && !directive(entry).equals(GENERATE)) {
            follow(entry);
            return List.of();
        }
        String text = entry.text();
        if (entry.isDirective()) {
            text = generate(text);
        } else if (entry.continuesOwner()) {
            if (lastOwner == null) {
                throw Text.refuse("must have an owner, there is none before it");
            }
            text = lastOwner + text;
        }
        return parse(text, entry.isDirective() ? MAX_GENERATED : 1);
    }

    private List<Record> parse(String text, int max) throws IOException {
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        // a buffer of our own, since the parser would make a large one for every line
        BufferedInputStream in = new BufferedInputStream(new ByteArrayInputStream(bytes), BUFFER);
        List<Record> records = new ArrayList<>(1);
        try (Master master = new Master(in, origin, defaultTtl >= 0 ? defaultTtl : lastTtl)) {
            master.disableIncludes(true);
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                if (records.size() == max) {
                    throw Text.refuse("must make at most " + max + " records");
                }
                records.add(record);
            }
        }
        if (max > 1) {
            generated += records.size();
            if (generated > MAX_GENERATED) {
                throw Text.refuse("must not make more than " + MAX_GENERATED + " records in one file by $GENERATE");
            }
        }
        if (!records.isEmpty()) {
            remember(records.get(records.size() - 1));
        }
        return records;
    }

    private void remember(Record last) {
        lastOwner = last.getName();
        if (last instanceof SOARecord && defaultTtl < 0 && lastTtl < 0) {
            // RFC 2308 section 4 came after files that mean the SOA's last field when they say no TTL
            defaultTtl = last.getTTL();
        }
        lastTtl = last.getTTL();
    }

    private void follow(Entry entry) throws IOException {
        String[] words = entry.text().strip().split("[ \t]+", -1);
        if (words[0].equalsIgnoreCase("$INCLUDE")) {
            throw Text.refuse("must not include other files");
        } else if (words.length != 2) {
            throw Text.refuse("must be a directive and one word");
        }
        switch (directive(entry)) {
            case "$ORIGIN" -> origin = Name.fromString(words[1], origin);
            case "$TTL" -> defaultTtl = ttl(words[1]);
            default -> throw Text.refuse("must be $ORIGIN, $TTL or $GENERATE, no other directive is known");
        }
    }

    private static long ttl(String word) {
        long seconds = TTL.parseTTL(word);
        if (seconds < 0 || seconds > TTL.MAX_VALUE) {
            throw Text.refuse("must be 0 to " + TTL.MAX_VALUE + " seconds");
        }
        return seconds;
    }

    /** The directive with all its modifiers bounded, and written out: dnsjava reads them only when all three are there. */
    private static String generate(String text) {
        if (text.length() > MAX_EXPANDED) {
            throw Text.refuse("must have at most " + MAX_EXPANDED + " characters in $GENERATE");
        }
        String whole = MODIFIERS
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(OPEN + found.group(1)
                        + Objects.requireNonNullElse(found.group(2), ",0")
                        + Objects.requireNonNullElse(found.group(3), ",d") + "}"));
        String rest = MODIFIERS.matcher(text).replaceAll("");
        if (rest.contains(OPEN)) {
            throw Text.refuse("must have ${offset,width,base} in $GENERATE, with a width of at most 99");
        }
        return whole;
    }

    private static String directive(Entry entry) {
        return entry.text().split("[ \t]", 2)[0].toUpperCase(Locale.ROOT);
    }
}
