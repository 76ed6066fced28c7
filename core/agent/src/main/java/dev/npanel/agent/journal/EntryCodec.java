package dev.npanel.agent.journal;

import dev.npanel.api.change.StepPreview;
import dev.npanel.channel.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;

/**
 * An entry as bytes: two lines of JSON, the head in the first so that a list does not have to read what follows. A secret
 * cannot be written. Thread-safe.
 */
final class EntryCodec {
    private final Json json = Json.journal();

    private record Deeds(List<Trace> traces, List<StepPreview> steps) {}

    byte[] write(Entry entry) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(json.write(entry.head()));
        lines.write('\n');
        lines.writeBytes(json.write(new Deeds(entry.traces(), entry.steps())));
        lines.write('\n');
        return lines.toByteArray();
    }

    /** Whether the end is there: what a power cut has kept from the disk is missing there, or zeros. */
    static boolean isWhole(byte[] lines) {
        int end = endOfFirstLine(lines);
        return end < lines.length - 1 && lines[lines.length - 1] == '\n' && !holdsZero(lines);
    }

    Entry read(byte[] lines) {
        int end = endOfFirstLine(lines);
        Entry.Head head = json.read(Arrays.copyOf(lines, end), Entry.Head.class);
        Deeds deeds = json.read(Arrays.copyOfRange(lines, end + 1, lines.length), Deeds.class);
        return new Entry(head, deeds.traces(), deeds.steps());
    }

    Entry.Head readHead(byte[] line) {
        return json.read(line, Entry.Head.class);
    }

    private static boolean holdsZero(byte[] lines) {
        for (byte each : lines) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    private static int endOfFirstLine(byte[] lines) {
        int end = 0;
        while (end < lines.length - 1 && lines[end] != '\n') {
            end++;
        }
        return end;
    }
}
