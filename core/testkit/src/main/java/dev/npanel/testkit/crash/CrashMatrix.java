package dev.npanel.testkit.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Runs a scenario again and again, each time killed (SIGKILL) at another checkpoint, has a new process recover, and looks at
 * what is left: the state before or after each change, never one between, and never one before an answered change. The
 * recovery is killed likewise.
 */
public final class CrashMatrix {
    private static final int LANES = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final long NEVER = 0;

    private final Class<? extends CrashScenario> type;
    private final CrashScenario scenario;
    private final Path directory;
    private final List<String> states = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** @param directory an empty one; may become as large as the host of the scenario times the number of points */
    public CrashMatrix(CrashScenario scenario, Path directory) {
        this.type = scenario.getClass();
        this.scenario = scenario;
        this.directory = directory;
    }

    /**
     * How it went.
     *
     * @param points at how many places a process was killed
     * @param failures what was found to be half-made or lost, a line each
     */
    public record Outcome(int points, List<String> failures) {
        @Override
        public String toString() {
            return "crash matrix: " + points + " points, " + failures.size() + " half-made";
        }
    }

    /**
     * One point: killed at a checkpoint of the run, then of the recovery.
     *
     * @param recovery 0 for a recovery that is let alone
     */
    private record Point(long run, long recovery) {}

    /**
     * @param doubleCrashEvery the recovery after every so many checkpoints of the run is killed too, at each of its own
     */
    public Outcome run(int doubleCrashEvery) throws IOException {
        long checkpoints = learn();
        Queue<Point> points = new ConcurrentLinkedQueue<>();
        LongStream.rangeClosed(1, checkpoints).forEach(run -> points.add(new Point(run, NEVER)));
        int killed = points.size();
        inLanes(points);
        Queue<Point> twice = new ConcurrentLinkedQueue<>();
        for (long run = doubleCrashEvery; run <= checkpoints; run += doubleCrashEvery) {
            twice.addAll(doubled(run));
        }
        killed += twice.size();
        inLanes(twice);
        return new Outcome(killed, List.copyOf(failures));
    }

    /** Runs it once without a crash, to know the states there may be and the number of checkpoints. */
    private long learn() throws IOException {
        Path host = host("whole");
        states.add(scenario.state(host));
        scenario.run(scenario.open(host, boundary -> {}), () -> states.add(state(host)));
        try (KillableProcess process = new KillableProcess(type)) {
            return process.perform("run", NEVER, host("counted")).checkpoints();
        }
    }

    private List<Point> doubled(long run) throws IOException {
        Path host = host("doubled-" + run);
        try (KillableProcess process = new KillableProcess(type)) {
            process.perform("run", run, host);
        }
        try (KillableProcess process = new KillableProcess(type)) {
            long checkpoints = process.perform("recover", NEVER, host).checkpoints();
            return LongStream.rangeClosed(1, checkpoints)
                    .mapToObj(recovery -> new Point(run, recovery))
                    .toList();
        }
    }

    private void inLanes(Queue<Point> points) {
        IntStream.range(0, LANES).parallel().forEach(lane -> {
            try {
                strikeAll(points);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    /** The process that recovers from one crash goes on to the next: starting processes is what takes the time. */
    private void strikeAll(Queue<Point> points) throws IOException {
        KillableProcess process = new KillableProcess(type);
        try {
            for (Point point = points.poll(); point != null; point = points.poll()) {
                Path host = host(point.run() + "-" + point.recovery());
                KillableProcess.Report run = process.perform("run", point.run(), host);
                process = killed(process);
                if (point.recovery() != NEVER) {
                    process.perform("recover", point.recovery(), host);
                    process = killed(process);
                }
                judge(point, run, process.perform("recover", NEVER, host), host);
            }
        } finally {
            process.close();
        }
    }

    private KillableProcess killed(KillableProcess process) throws IOException {
        process.kill();
        return new KillableProcess(type);
    }

    private void judge(Point point, KillableProcess.Report run, KillableProcess.Report recovery, Path host) {
        String state = state(host);
        int reached = states.lastIndexOf(state);
        String where = point + " " + run.checkpoint().orElse("(at the end)") + ", answered " + run.answered() + ": ";
        if (recovery.unfinished() > 0) {
            failures.add(where + "not undone");
        } else if (reached < 0) {
            failures.add(where + "half-made:\n" + state);
        } else if (reached < run.answered()) {
            failures.add(where + "an answered change is lost");
        }
    }

    private String state(Path host) {
        try {
            return scenario.state(host);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path host(String name) throws IOException {
        Path host = Files.createDirectories(directory.resolve(name));
        scenario.prepare(host);
        return host;
    }
}
