package dev.npanel.dns.powerdns.rrset;

import dev.npanel.dns.record.RecordSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tags of records that do not follow from their contents, kept as comments of the account {@code npanel}: a digest of
 * the content and the tag. A record that somebody changes behind our back has no comment then, and gets a tag anew.
 */
final class Tags {
    private static final String ACCOUNT = "npanel";
    private static final Pattern NOTE = Pattern.compile("([0-9a-f]{32}) ([0-9a-f]{8})");
    private static final int DIGEST_BYTES = 16;

    private Tags() {}

    static boolean isTag(Note note) {
        return note.account().equals(ACCOUNT) && NOTE.matcher(note.content()).matches();
    }

    /** The notes that keep the tags of these entries. */
    static Stream<Note> notes(List<RecordSet.Entry> entries) {
        return entries.stream()
                .filter(entry -> !entry.hasDerivedTag())
                .map(entry -> new Note(ACCOUNT, digest(entry.content()) + " " + entry.tag(), 0));
    }

    /** These contents, in their order, with tags that are unique: those of the notes first, others as they are free. */
    static List<RecordSet.Entry> entries(List<String> contents, List<Note> notes) {
        Map<String, String> kept = kept(notes);
        if (kept.isEmpty()) {
            return distinct(contents, Map.of());
        }
        Map<String, String> tags = new HashMap<>();
        contents.forEach(content -> {
            String tag = kept.get(digest(content));
            if (tag != null && !tags.containsValue(tag)) {
                tags.put(content, tag);
            }
        });
        return distinct(contents, tags);
    }

    private static List<RecordSet.Entry> distinct(List<String> contents, Map<String, String> tags) {
        Set<String> taken = new HashSet<>(tags.values());
        List<RecordSet.Entry> entries = new ArrayList<>(contents.size());
        for (String content : contents) {
            String tag = tags.get(content);
            for (int attempt = 0; tag == null; attempt++) {
                String next = RecordSet.tagOf(content, attempt);
                tag = taken.add(next) ? next : null;
            }
            entries.add(new RecordSet.Entry(content, tag));
        }
        return entries;
    }

    private static Map<String, String> kept(List<Note> notes) {
        Map<String, String> kept = new HashMap<>();
        for (Note note : notes) {
            Matcher matcher = NOTE.matcher(note.content());
            if (note.account().equals(ACCOUNT) && matcher.matches()) {
                kept.put(matcher.group(1), matcher.group(2));
            }
        }
        return kept;
    }

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
