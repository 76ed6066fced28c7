package dev.npanel.dns.backend.server;

import dev.npanel.dns.record.RecordSet;
import dev.npanel.dns.zone.Soa;
import dev.npanel.dns.zone.ZoneInfo;
import dev.npanel.dns.zone.ZoneReport.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A zone as it was read at one moment: all of it, or some names. Immutable. */
public interface Zone {
    /** What the contract tells of it. */
    ZoneInfo info();

    /** Whether this server is where the zone is changed; otherwise it is copied from another. */
    boolean isChangedHere();

    /** Whether a zone with the same serial has the same records. */
    default boolean serialTells() {
        return true;
    }

    /** The start of authority, with the serial that is served. Only of zones that were read whole or with their apex. */
    Soa soa();

    /** What of the records the contract can express, without the SOA. */
    List<RecordSet> sets();

    /** What the server has and the contract cannot express. */
    List<Finding> hidden();

    /**
     * The steps that put these sets in the place of those that are there, in one change that raises the serial.
     *
     * @param changed empty ones are taken away; what the contract cannot express stays
     * @param soa the zone's new start of authority, whose serial counts when it is later than the next; null to leave it
     */
    Changing put(List<RecordSet> changed, @Nullable Soa soa);

    /** As {@link #put}, with all that the zone is to have: whatever else is there goes, also what the contract cannot express. */
    Changing replace(List<RecordSet> all, @Nullable Soa soa);
}
