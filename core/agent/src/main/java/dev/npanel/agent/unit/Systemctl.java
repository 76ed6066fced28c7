package dev.npanel.agent.unit;

import dev.npanel.agent.program.ProgramResult;
import dev.npanel.agent.program.Programs;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.UnitChange;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;

/** Units through systemctl(1): by its absolute path, with a fixed argument list. */
public final class Systemctl implements Units {
    private static final System.Logger LOG = System.getLogger(Systemctl.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(100);
    private static final int RETRY = 5;

    private final Programs programs;
    private final AbsolutePath systemctl;

    public Systemctl(Programs programs, AbsolutePath systemctl) {
        this.programs = programs;
        this.systemctl = systemctl;
    }

    @Override
    public boolean isActive(String unit) throws IOException {
        return run("is-active", unit).succeeded();
    }

    @Override
    public boolean isEnabled(String unit) throws IOException {
        return run("is-enabled", unit).succeeded();
    }

    @Override
    public void change(UnitChange change) throws IOException {
        ProgramResult result = run(verb(change.verb()), change.unit());
        if (!result.succeeded()) {
            LOG.log(Level.WARNING, "systemctl " + change + " ended with " + result);
            throw Problem.unavailable("unit.failed", "A service has not taken the change.", RETRY)
                    .asException();
        }
    }

    private ProgramResult run(String verb, String unit) throws IOException {
        return programs.run(systemctl, List.of("--quiet", "--no-ask-password", verb, "--", unit), TIMEOUT);
    }

    private static String verb(UnitChange.Verb verb) {
        return switch (verb) {
            case RELOAD -> "try-reload-or-restart";
            case RESTART -> "restart";
            case START -> "start";
            case STOP, RETIRE -> "stop";
            case ENABLE -> "enable";
            case DISABLE -> "disable";
        };
    }
}
