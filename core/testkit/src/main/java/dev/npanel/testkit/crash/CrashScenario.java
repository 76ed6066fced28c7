package dev.npanel.testkit.crash;

import dev.npanel.agent.durable.Checkpoints;
import dev.npanel.testkit.engine.EngineHarness;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Changes to be cut off anywhere. Implemented by a test with a public constructor without arguments, since it is made anew in
 * every process that is killed; what it knows is in the directory only.
 */
public interface CrashScenario {
    /** Makes the host as it is before the first change. */
    void prepare(Path host) throws IOException;

    /** An engine over the host with all handlers in it. */
    EngineHarness open(Path host, Checkpoints checkpoints) throws IOException;

    /** Makes the changes, one after the other, and says after each that it was answered. */
    void run(EngineHarness engine, Runnable answered) throws IOException;

    /** Everything that the changes touch, as text: two hosts are in the same state when their texts are equal. */
    String state(Path host) throws IOException;
}
