package dev.npanel.panel.mount;

import java.util.List;

/**
 * A bundle that has REST resources.
 *
 * @param bundleId the framework's number of it
 * @param bundle its symbolic name
 * @param operations what it serves; empty when it is refused
 * @param refusals why nothing of it is served, in words for its author; empty when all is well
 */
public record MountedBundle(
        long bundleId, String bundle, String version, List<Operation> operations, List<String> refusals) {

    public MountedBundle {
        operations = List.copyOf(operations);
        refusals = List.copyOf(refusals);
    }

    /** Whether its resources are served. */
    public boolean served() {
        return refusals.isEmpty();
    }
}
