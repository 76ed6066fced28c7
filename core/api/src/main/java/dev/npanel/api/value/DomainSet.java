package dev.npanel.api.value;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Domains with all that lies below them, as one text: their names in ascending order, a blank between two. It is made to be sent
 * with each page of a list: thousands of names cost next to nothing to write and to read, and are looked through as they stand.
 * Immutable.
 */
public record DomainSet(String text) implements TextValue {
    private static final char BETWEEN = ' ';

    public DomainSet {
        if (!isAscending(text)) {
            throw Text.refuse("must be domain names in ascending order, with a blank between two");
        }
    }

    /** These domains, in whatever order they come. */
    public static DomainSet of(Collection<DomainName> domains) {
        return new DomainSet(domains.stream()
                .map(DomainName::text)
                .sorted()
                .distinct()
                .collect(Collectors.joining(String.valueOf(BETWEEN))));
    }

    /** These domains, in whatever order they come. */
    public static DomainSet of(DomainName... domains) {
        return of(List.of(domains));
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** How many domains there are, what lies below them not counted. */
    public int size() {
        int size = isEmpty() ? 0 : 1;
        for (int i = text.indexOf(BETWEEN); i >= 0; i = text.indexOf(BETWEEN, i + 1)) {
            size++;
        }
        return size;
    }

    /** The domains themselves, sorted. */
    public Stream<DomainName> names() {
        return isEmpty()
                ? Stream.empty()
                : Stream.of(text.split(String.valueOf(BETWEEN))).map(DomainName::new);
    }

    /** These domains and this one. */
    public DomainSet with(DomainName domain) {
        int place = -1 - find(domain.text(), 0);
        if (place < 0) {
            return this;
        }
        if (place > text.length() || isEmpty()) {
            return new DomainSet(isEmpty() ? domain.text() : text + BETWEEN + domain);
        }
        return new DomainSet(text.substring(0, place) + domain + BETWEEN + text.substring(place));
    }

    /** These domains but this one. */
    public DomainSet without(DomainName domain) {
        int begin = find(domain.text(), 0);
        if (begin < 0) {
            return this;
        }
        int end = endOf(text, begin);
        return new DomainSet(
                end < text.length()
                        ? text.substring(0, begin) + text.substring(end + 1)
                        : text.substring(0, Math.max(0, begin - 1)));
    }

    /** Whether the name is one of the domains or lies below one. */
    public boolean covers(DomainName name) {
        int start = 0;
        while (find(name.text(), start) < 0) {
            int dot = name.text().indexOf('.', start);
            if (dot < 0) {
                return false;
            }
            start = dot + 1;
        }
        return true;
    }

    /** Whether all of the others are of these domains or lie below them. */
    public boolean covers(DomainSet others) {
        return equals(others) || others.names().allMatch(this::covers);
    }

    /**
     * Where the end of a name, from {@code start} on, is among the domains; {@code -1 - place} when it is not and would have to begin
     * at that place. By halves.
     */
    private int find(String name, int start) {
        int low = 0;
        int high = text.length();
        while (low < high) {
            int begin = text.lastIndexOf(BETWEEN, (low + high) / 2 - 1) + 1;
            int end = endOf(text, begin);
            int order = compare(text, begin, end, name, start, name.length());
            if (order == 0) {
                return begin;
            }
            if (order < 0) {
                low = end + 1;
            } else {
                high = begin - 1;
            }
        }
        return -1 - low;
    }

    private static boolean isAscending(String text) {
        int before = 0;
        int beforesEnd = 0;
        for (int begin = 0; begin < text.length(); ) {
            int end = endOf(text, begin);
            if (!isOfNames(text, begin, end) || compare(text, before, beforesEnd, text, begin, end) >= 0) {
                return false;
            }
            before = begin;
            beforesEnd = end;
            begin = end + 1;
        }
        return text.isEmpty() || text.charAt(text.length() - 1) != BETWEEN;
    }

    /** Whether there is something, and in it only what names have; that they are names has been seen where they were made. */
    private static boolean isOfNames(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return begin < end;
    }

    private static int endOf(String text, int begin) {
        int end = text.indexOf(BETWEEN, begin);
        return end < 0 ? text.length() : end;
    }

    private static int compare(String one, int begin, int end, String other, int from, int to) {
        int common = Math.min(end - begin, to - from);
        for (int i = 0; i < common; i++) {
            int order = one.charAt(begin + i) - other.charAt(from + i);
            if (order != 0) {
                return order;
            }
        }
        return end - begin - (to - from);
    }
}
