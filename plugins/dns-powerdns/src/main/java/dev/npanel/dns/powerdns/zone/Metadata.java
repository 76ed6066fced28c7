package dev.npanel.dns.powerdns.zone;

import java.util.List;

/** One kind of metadata of a zone, such as {@code ALSO-NOTIFY}. */
public record Metadata(String kind, List<String> values) {
    public Metadata {
        values = List.copyOf(values);
    }
}
