package dev.npanel.dns.panel.masterfile;

import dev.npanel.api.change.StepPreview;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.edit.RecordSets;
import dev.npanel.dns.record.ResourceRecord;
import dev.npanel.dns.zone.ImportZone;
import dev.npanel.dns.zone.Soa;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What became of a zone file.
 *
 * @param created whether the zone was made for it
 * @param records how many records were taken
 * @param soa the file's, or null when it has none
 * @param byType how many records of each type were taken
 * @param refused what was left out, on the client's wish
 * @param notes what was taken in another way than it was written
 * @param steps what would be done, in a dry run; otherwise null
 */
public record ImportReport(
        DomainName domain,
        ImportZone.Mode mode,
        boolean created,
        int records,
        int recordSets,
        @Nullable Soa soa,
        Map<String, Long> byType,
        List<Remark> refused,
        List<Remark> notes,
        @Nullable List<StepPreview> steps) {

    static ImportReport of(DomainName domain, ImportZone.Mode mode, boolean created, ZoneFile file) {
        return new ImportReport(
                domain,
                mode,
                created,
                file.records().size(),
                RecordSets.of(file.records()).size(),
                file.soa(),
                file.records().stream()
                        .collect(Collectors.groupingBy(
                                (ResourceRecord record) -> record.type().name(), TreeMap::new, Collectors.counting())),
                file.unsupported(),
                file.notes(),
                null);
    }

    ImportReport withSteps(List<StepPreview> preview) {
        return new ImportReport(
                domain, mode, created, records, recordSets, soa, byType, refused, notes, List.copyOf(preview));
    }
}
