package dev.npanel.dns.powerdns.zone;

import dev.npanel.api.problem.ProblemException;
import dev.npanel.api.value.DomainName;
import dev.npanel.dns.powerdns.api.PdnsApi;
import dev.npanel.dns.powerdns.rrset.Place;
import dev.npanel.dns.powerdns.rrset.Rrset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Brings record sets to PowerDNS, one request for a zone at a time: what several changes want of the zone while one request
 * is on its way goes together in the next. When PowerDNS refuses that, each is asked for by itself, so that a broken one fails
 * alone. Thread-safe.
 */
final class Patches {
    /** Record sets that go together; one change may well have more. */
    private static final int TOGETHER = 64;

    private final PdnsApi api;
    private final Map<DomainName, Lane> lanes = new ConcurrentHashMap<>();

    Patches(PdnsApi api) {
        this.api = api;
    }

    /** Puts the sets in the place of those that are there, and returns when PowerDNS has them safe. */
    void put(DomainName zone, List<Rrset> sets) {
        Patch patch = new Patch(sets);
        inLane(zone, lane -> {
            lane.add(patch);
            lane.turn.lock();
            try {
                while (!patch.settled) {
                    settle(zone, lane.next());
                }
            } finally {
                lane.turn.unlock();
            }
        });
        if (patch.failure != null) {
            throw patch.failure;
        }
    }

    /** Does this while no other request changes the record sets of the zone. */
    void alone(DomainName zone, Runnable change) {
        inLane(zone, lane -> {
            lane.turn.lock();
            try {
                change.run();
            } finally {
                lane.turn.unlock();
            }
        });
    }

    private void settle(DomainName zone, List<Patch> patches) {
        try {
            send(zone, patches.stream().flatMap(patch -> patch.sets.stream()).toList());
            patches.forEach(patch -> patch.settle(null));
        } catch (ProblemException refused) {
            if (patches.size() == 1 || !refused.problem().kind().isRefusal()) {
                patches.forEach(patch -> patch.settle(refused));
            } else {
                patches.forEach(patch -> settle(zone, List.of(patch)));
            }
        } finally {
            // nobody waits for ever, whatever was thrown
            patches.forEach(Patch::giveUp);
        }
    }

    private void send(DomainName zone, List<Rrset> sets) {
        api.change("PATCH", Zones.path(zone), ZoneRequests.patch(sets));
    }

    private void inLane(DomainName zone, Work work) {
        Lane lane = lanes.compute(zone, (same, there) -> {
            Lane found = there == null ? new Lane() : there;
            found.users++;
            return found;
        });
        try {
            work.in(lane);
        } finally {
            lanes.computeIfPresent(zone, (same, there) -> --there.users == 0 ? null : there);
        }
    }

    private interface Work {
        void in(Lane lane);
    }

    /** Whose turn it is to change a zone, and what waits. */
    private static final class Lane {
        private final ReentrantLock turn = new ReentrantLock(true);
        private final Queue<Patch> waiting = new ArrayDeque<>();
        private int users;

        void add(Patch patch) {
            synchronized (waiting) {
                waiting.add(patch);
            }
        }

        /** The next ones that can go together: not too many, and no two of them about the same set. */
        List<Patch> next() {
            synchronized (waiting) {
                List<Patch> patches = new ArrayList<>();
                Set<Place> places = new HashSet<>();
                for (@Nullable Patch head = waiting.peek(); head != null; head = waiting.peek()) {
                    List<Place> more = head.sets.stream().map(Rrset::place).toList();
                    boolean fits = places.size() + more.size() <= TOGETHER
                            && more.stream().noneMatch(places::contains);
                    if (!patches.isEmpty() && !fits) {
                        break;
                    }
                    places.addAll(more);
                    patches.add(waiting.remove());
                }
                return patches;
            }
        }
    }

    /** What one change wants, and what came of it. Written by whoever has the turn, read by who waited for it. */
    private static final class Patch {
        private final List<Rrset> sets;
        private volatile boolean settled;
        private volatile @Nullable RuntimeException failure;

        Patch(List<Rrset> sets) {
            this.sets = sets;
        }

        void settle(@Nullable ProblemException why) {
            failure = why;
            settled = true;
        }

        void giveUp() {
            if (!settled) {
                failure = new IllegalStateException("not sent");
                settled = true;
            }
        }
    }
}
