package dev.npanel.testkit.crash;

import dev.npanel.testkit.engine.EngineHarness;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The process that is killed. Does what it reads: {@code recover HOST} or {@code run HOST}, each with the number of a
 * checkpoint, where it says so and waits for its end.
 */
public final class CrashChild {
    private final CrashScenario scenario;
    private final PrintStream out;
    private long reached;
    private long fatal;

    private CrashChild(CrashScenario scenario, PrintStream out) {
        this.scenario = scenario;
        this.out = out;
    }

    /** @param arguments the class of the scenario */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        CrashScenario scenario = Class.forName(arguments[0])
                .asSubclass(CrashScenario.class)
                .getConstructor()
                .newInstance();
        new CrashChild(scenario, new PrintStream(System.out, true, StandardCharsets.UTF_8)).serve();
    }

    private void serve() throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", 3);
            fatal = Long.parseLong(words[1]);
            reached = 0;
            perform(words[0], Path.of(words[2]));
            out.println("done " + reached);
        }
    }

    private void perform(String what, Path host) throws IOException {
        try (EngineHarness engine = scenario.open(host, this::checkpoint)) {
            if (what.equals("recover")) {
                engine.recover();
                out.println("unfinished " + engine.assembly().unfinished().count());
            } else {
                scenario.run(engine, () -> out.println("answered"));
            }
        }
    }

    private synchronized void checkpoint(String boundary) {
        if (++reached == fatal) {
            out.println("at " + boundary);
            awaitTheEnd();
        }
    }

    private static void awaitTheEnd() {
        while (true) {
            try {
                Thread.currentThread().join();
            } catch (InterruptedException notThat) {
                // only a SIGKILL ends it
            }
        }
    }
}
