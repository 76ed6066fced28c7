package dev.npanel.itests.host;

import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The host with the packages that were built, its panel and its administrator; one for all tests of a run. */
public final class Ci {
    private static final String DISK = "image:4G";
    private static final String ADMINISTRATOR = "admin";
    private static final String PASSWORD_FILE = "/root/administrator";
    private static final Duration START = Duration.ofSeconds(60);

    private final Host host = new Host();
    private final AtomicInteger tenants = new AtomicInteger();
    private volatile Panel panel;
    private volatile Session administrator;

    Ci() {
        Layer layer = Layer.of(
                Host.TREE.resolve(Objects.requireNonNullElse(System.getenv("NPANEL_DEBS"), "packaging/target/debs")));
        if (System.getenv("NPANEL_CI_KEEP") == null || !layer.isOn(host)) {
            host.testhost("destroy").ok();
            if (layer.exists()) {
                host.testhost("up", host.address(), "--layer", layer.name(), "--disk", DISK)
                        .ok();
            } else {
                install(layer);
            }
        }
        panel = connect();
    }

    public Host host() {
        return host;
    }

    public Panel panel() {
        return panel;
    }

    /** The administrator, made with the token on the host when nobody has done that yet. */
    public synchronized Session administrator() {
        if (administrator == null) {
            if (host.exec("test", "-e", PASSWORD_FILE).isOk()) {
                administrator = session(ADMINISTRATOR, host.ask("cat", PASSWORD_FILE));
            } else {
                administrator = setUp();
            }
        }
        return administrator;
    }

    /** A new user account of its own, with a Unix user. */
    public Tenant newTenant() {
        String name = "t" + tenants.incrementAndGet() + random(6);
        String password = password();
        administrator()
                .post("accounts", Json.object("name", name, "password", password, "email", name + "@mail.example"))
                .expect(201);
        return new Tenant(this, session(name, password));
    }

    public Session session(String name, String password) {
        return new Session(panel, name, password);
    }

    /** The setup token, as root reads it. */
    public String setupToken() {
        return host.ask("cat", "/var/lib/npanel/panel/setup-token").strip();
    }

    /** Waits until the panel answers and the agent, too. */
    public void awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(panel::answers);
        await().atMost(START)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> administrator == null || administrator().get("dns").status() == 200);
    }

    public void restartPanel() {
        host.systemctl("restart", "npanel-panel");
        awaitReady();
    }

    /** Restarts the panel with these settings in the stead of what it had; with none it is as it was installed. */
    public void configurePanel(String... settings) {
        host.write("/etc/npanel/panel.conf", String.join("\n", settings) + "\n");
        restartPanel();
    }

    /** A password that nobody guesses and every rule takes. */
    public static String password() {
        return "Aa1-" + random(20);
    }

    private Session setUp() {
        String password = password();
        panel.anonymous(
                        "POST",
                        "setup",
                        Json.object("token", setupToken(), "username", ADMINISTRATOR, "password", password))
                .expect(201);
        host.write(PASSWORD_FILE, password);
        return session(ADMINISTRATOR, password);
    }

    private void install(Layer layer) {
        host.testhost("up", host.address(), "--disk", DISK).ok();
        host.push(layer.packages(), "/root");
        Stream<String> install = Stream.of("apt-get", "install", "-q", "-y");
        Stream<String> files = layer.files().map(file -> "/root/debs/" + file.getFileName());
        host.ask(Stream.concat(install, files).toArray(String[]::new));
        host.write("/root/layer", layer.name());
        panel = connect();
        host.ask("sync");
        host.testhost("snapshot", layer.name()).ok();
    }

    private Panel connect() {
        Panel connected = new Panel(
                host.address(),
                host.ask(
                        "openssl",
                        "pkcs12",
                        "-nokeys",
                        "-in",
                        "/etc/npanel/tls/panel.p12",
                        "-passin",
                        "file:/etc/npanel/tls/panel.p12.password"));
        await().atMost(START).pollInterval(Duration.ofMillis(50)).until(connected::answers);
        return connected;
    }

    private static String random(int length) {
        return new SecureRandom()
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
