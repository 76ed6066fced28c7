package dev.npanel.itests.host;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A test host: itests/testhost/testhost as Java. Whatever is done in it is done as root, unless it says otherwise. */
public final class Host {
    /** The clone that is tested. */
    static final Path TREE = tree();

    private final String name;
    private final String address;

    /** The one that {@code NPANEL_CI_HOST} says, a name and an address: several clones can run their tests side by side. */
    Host() {
        String[] parts = Objects.requireNonNullElse(System.getenv("NPANEL_CI_HOST"), "ci 10.77.0.12")
                .split(" ", -1);
        this.name = parts[0];
        this.address = parts[1];
    }

    public String address() {
        return address;
    }

    /** As anybody on its network reaches it, when there is IPv6. */
    public Optional<String> ipv6Address() {
        return Optional.of(ask("sh", "-c", "ip -6 -oneline address show dev host0 scope global | awk '{print $4}'"))
                .filter(address -> !address.isEmpty())
                .map(address -> address.replaceFirst("/.*", ""));
    }

    /** The release of Debian, 12 or later. */
    public int debian() {
        return Integer.parseInt(ask("cat", "/etc/debian_version").replaceFirst("[.].*", ""));
    }

    /** Runs a program in the host. */
    public Outcome exec(String... command) {
        return exec(new byte[0], command);
    }

    public Outcome exec(byte[] input, String... command) {
        List<String> all = new ArrayList<>(List.of(testhost(), "exec", name));
        all.addAll(List.of(command));
        return Programs.run(all, input);
    }

    /** What a program in the host prints, without the last line break; it has to end well. */
    public String ask(String... command) {
        return exec(command).ok().stripTrailing();
    }

    /** Runs a program in the host as another user, with nothing of root's. */
    public Outcome as(String user, byte[] input, String... command) {
        List<String> all = new ArrayList<>(List.of("runuser", "-u", user, "--"));
        all.addAll(List.of(command));
        return exec(input, all.toArray(String[]::new));
    }

    /** Writes a file, which a power cut does not take away. */
    public void write(String path, String content) {
        exec(content.getBytes(StandardCharsets.UTF_8), "tee", path).ok();
        ask("sync", path);
    }

    public void systemctl(String verb, String... units) {
        List<String> all = new ArrayList<>(List.of("systemctl", verb));
        all.addAll(List.of(units));
        ask(all.toArray(String[]::new));
    }

    /** The main process of a unit. */
    public int pid(String unit) {
        return Integer.parseInt(ask("systemctl", "show", "-P", "MainPID", unit));
    }

    public void kill(String signal, String unit) {
        ask("kill", "-" + signal, String.valueOf(pid(unit)));
    }

    /** Cuts the power: what was not synced is lost. */
    public void powerCut() {
        testhost("kill").ok();
    }

    public void boot() {
        testhost("boot").ok();
    }

    public void push(Path source, String directory) {
        testhost("push", source.toString(), directory).ok();
    }

    /** Mounts an empty file system of this size over a path, until the host goes down. */
    public void smallDisk(String path, int megabytes) {
        testhost("smallfs", path, String.valueOf(megabytes)).ok();
    }

    boolean isUp() {
        return exec("true").isOk();
    }

    Outcome testhost(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of(testhost(), verb, name));
        all.addAll(List.of(arguments));
        return Programs.run(all, new byte[0]);
    }

    private static String testhost() {
        return TREE.resolve("itests/testhost/testhost").toString();
    }

    private static Path tree() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("npanel"))) {
            here = here.getParent();
        }
        return here;
    }
}
