package dev.npanel.hotdeploy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A test in a running framework, whose folder is empty when it begins. */
abstract class DeploymentTrial {
    @TempDir
    Path place;

    Deployment deployment;

    @BeforeEach
    void start() throws Exception {
        deployment = new Deployment(place);
    }

    @AfterEach
    void stop() throws Exception {
        deployment.close();
    }

    /** Ends the process and begins it anew, with the folder as it is. */
    final void restart() throws Exception {
        deployment.close();
        deployment = new Deployment(place);
        deployment.awaitStarted();
    }
}
