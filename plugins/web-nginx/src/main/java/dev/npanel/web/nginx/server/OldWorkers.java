package dev.npanel.web.nginx.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The workers that nginx has before a reload. One that has been told to quit says so in its title, and closes the sockets it listens on
 * with that: from then on it answers nobody new.
 */
final class OldWorkers {
    private static final Path PROCESSES = Path.of("/proc");
    private static final String QUITTING = "shutting down";

    private final long master;
    private final List<String> pids;

    private OldWorkers(long master, List<String> pids) {
        this.master = master;
        this.pids = pids;
    }

    /** @param pidFile of the master */
    static OldWorkers of(Path pidFile) throws IOException {
        String master = Files.readString(pidFile).strip();
        Path children =
                PROCESSES.resolve(master).resolve("task").resolve(master).resolve("children");
        List<String> pids = Arrays.stream(Files.readString(children).split(" "))
                .filter(pid -> !pid.isBlank())
                .toList();
        return new OldWorkers(Long.parseLong(master), pids);
    }

    /** The process whose workers they are. */
    long master() {
        return master;
    }

    /** Whether all of them quit, or are gone. */
    boolean quit() {
        return pids.stream().allMatch(OldWorkers::quits);
    }

    private static boolean quits(String pid) {
        try {
            return Files.readString(PROCESSES.resolve(pid).resolve("cmdline")).contains(QUITTING);
        } catch (IOException gone) {
            return true;
        }
    }
}
