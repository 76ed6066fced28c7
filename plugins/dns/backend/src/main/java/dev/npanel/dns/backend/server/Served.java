package dev.npanel.dns.backend.server;

import dev.npanel.api.problem.Problem;
import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.problem.ProblemKind;

/** Finds zones, or ends in the contract's problems. */
public final class Served {
    private Served() {}

    /** The problem of a zone that is not there. */
    public static ProblemException unknown() {
        return Problem.of(ProblemKind.NOT_FOUND, "dns.zone.unknown", "There is no such zone.")
                .asException();
    }

    /** The problem of a zone that is there already. */
    public static ProblemException exists() {
        return Problem.of(ProblemKind.CONFLICT, "dns.zone.exists", "The zone exists already.")
                .asException();
    }

    /** The problem of changing a zone that another server has in its hands. */
    public static ProblemException secondary() {
        return Problem.of(ProblemKind.CONFLICT, "dns.zone.secondary", "The zone is copied from another name server.")
                .asException();
    }

    /** The zone, if it can be changed here. */
    public static Zone changeable(Zone zone) {
        if (!zone.isChangedHere()) {
            throw secondary();
        }
        return zone;
    }
}
