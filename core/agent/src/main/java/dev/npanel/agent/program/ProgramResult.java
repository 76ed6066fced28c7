package dev.npanel.agent.program;

import java.util.List;

/**
 * How a program ended.
 *
 * @param status its exit status, or {@link #TIMED_OUT}
 * @param output the first lines of what it wrote, to either output
 */
public record ProgramResult(int status, List<String> output) {
    /** It had to be killed. */
    public static final int TIMED_OUT = -1;

    public ProgramResult {
        output = List.copyOf(output);
    }

    /** Whether it has done what it should. */
    public boolean succeeded() {
        return status == 0;
    }
}
