package dev.npanel.dns.zone;

import java.util.List;

/** What a check found, the worst first; a zone without errors is valid. */
public record ZoneReport(boolean valid, List<Finding> findings) {
    public ZoneReport {
        findings = List.copyOf(findings);
    }

    /** The report of these findings. */
    public static ZoneReport of(List<Finding> findings) {
        return new ZoneReport(
                findings.stream().noneMatch(finding -> finding.severity() == Finding.Severity.ERROR),
                findings.stream()
                        .sorted((one, other) -> one.severity().compareTo(other.severity()))
                        .toList());
    }

    /**
     * One thing that is wrong, or looks wrong.
     *
     * @param code for programs: {@code cname-and-other}
     * @param name the owner it is about
     * @param message a sentence for people
     */
    public record Finding(Severity severity, String code, String name, String message) {
        /** How bad it is. */
        public enum Severity {
            /** Resolvers or secondaries will refuse or misread the zone. */
            ERROR,
            /** Legal, and probably not meant. */
            WARNING
        }
    }
}
