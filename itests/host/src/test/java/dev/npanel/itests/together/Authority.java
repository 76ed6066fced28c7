package dev.npanel.itests.together;

import dev.npanel.itests.host.Ci;
import dev.npanel.itests.host.Host;
import dev.npanel.itests.host.Json;
import java.nio.file.Path;
import java.util.List;

/** A certificate authority in the host, which asks the host's own name server and web server. */
final class Authority {
    /** On the host: what its certificates are trusted by. */
    static final String ROOTS = "/var/lib/demo-authority/roots.pem";

    private final Ci ci;

    Authority(Ci ci) {
        this.ci = ci;
    }

    /** From now on certificates come from it. */
    void issues() {
        Host host = ci.host();
        host.push(Path.of("../../packaging/demo/authority").toAbsolutePath().normalize(), "/root");
        host.ask("/root/authority");
        ci.awaitReady();
        String ca = host.ask("cat", "/var/lib/demo-authority/ca.pem") + "\n";
        ci.administrator()
                .put(
                        "ssl/authority",
                        Json.object(
                                "directory",
                                "https://localhost:14000/dir",
                                "contacts",
                                List.of("admin@mail.example"),
                                "termsAccepted",
                                true,
                                "roots",
                                ca))
                .expect(200);
    }
}
