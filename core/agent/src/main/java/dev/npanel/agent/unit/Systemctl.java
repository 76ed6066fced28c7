package dev.npanel.agent.unit;

import dev.npanel.agent.program.ProgramResult;
import dev.npanel.agent.program.Programs;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.AbsolutePath;
import dev.npanel.host.step.UnitChange;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Units through systemctl(1) and kill(1): by their absolute paths, with fixed argument lists. */
public final class Systemctl implements Units {
    private static final System.Logger LOG = System.getLogger(Systemctl.class.getName());
    private static final Duration TIMEOUT = Duration.ofSeconds(100);
    private static final int RETRY = 5;
    private static final AbsolutePath KILL = new AbsolutePath("/usr/bin/kill");

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

    @Override
    public boolean hangUp(String unit, long process) throws IOException {
        return isOf(unit, process)
                && programs.run(KILL, List.of("-HUP", String.valueOf(process)), TIMEOUT)
                        .succeeded();
    }

    /** Whether the process runs in the unit's control group, where nobody but systemd puts one. */
    private static boolean isOf(String unit, long process) {
        Path groups = Path.of("/proc", String.valueOf(process), "cgroup");
        try {
            return Files.readAllLines(groups).stream().anyMatch(group -> group.endsWith("/" + unit));
        } catch (IOException gone) {
            return false;
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
