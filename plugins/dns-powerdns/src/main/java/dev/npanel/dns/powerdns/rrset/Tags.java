package dev.npanel.dns.powerdns.rrset;

import dev.npanel.dns.backend.record.KeptTags;
import dev.npanel.dns.record.RecordSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tags that have to be kept, as comments of the account {@code npanel}: a digest of the content and the tag. */
final class Tags {
    private static final String ACCOUNT = "npanel";
    private static final Pattern NOTE = Pattern.compile("([0-9a-f]{32}) ([0-9a-f]{8})");

    private Tags() {}

    static boolean isTag(Note note) {
        return note.account().equals(ACCOUNT) && NOTE.matcher(note.content()).matches();
    }

    /** The notes that keep the tags of these entries. */
    static Stream<Note> notes(List<RecordSet.Entry> entries) {
        return KeptTags.of(entries).entrySet().stream()
                .map(kept -> new Note(ACCOUNT, kept.getKey() + " " + kept.getValue(), 0));
    }

    /** These contents, in their order, with the tags of the notes. */
    static List<RecordSet.Entry> entries(List<String> contents, List<Note> notes) {
        Map<String, String> kept = new HashMap<>();
        for (Note note : notes) {
            Matcher matcher = NOTE.matcher(note.content());
            if (note.account().equals(ACCOUNT) && matcher.matches()) {
                kept.put(matcher.group(1), matcher.group(2));
            }
        }
        return KeptTags.entries(contents, kept);
    }
}
