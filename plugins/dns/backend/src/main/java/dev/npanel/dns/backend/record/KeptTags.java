package dev.npanel.dns.backend.record;

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
import java.util.TreeMap;

/**
 * The tags of a set's records that do not follow from their contents, by a digest of the content: what a backend has to keep
 * beside the set. A record that somebody changes behind our back is not found by its digest, and gets a tag anew.
 */
public final class KeptTags {
    private static final int DIGEST_BYTES = 16;

    private KeptTags() {}

    /** What has to be kept for these entries: mostly nothing. */
    public static Map<String, String> of(List<RecordSet.Entry> entries) {
        Map<String, String> kept = new TreeMap<>();
        entries.stream()
                .filter(entry -> !entry.hasDerivedTag())
                .forEach(entry -> kept.put(digest(entry.content()), entry.tag()));
        return kept;
    }

    /** These contents, in their order, with tags that are unique: those that were kept first, others as they are free. */
    public static List<RecordSet.Entry> entries(List<String> contents, Map<String, String> kept) {
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

    private static String digest(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
