package dev.npanel.panel.mount;

import java.time.Duration;
import java.util.List;

/** What the API consists of at this moment. An OSGi service of the core; thread-safe. */
public interface Mounts {
    /** The bundles with REST resources, in the order of their numbers, the refused ones among them. */
    List<MountedBundle> all();

    /** Returns when the resources of all bundles that have been started or stopped by now are served, refused or gone. */
    boolean settle(Duration patience);
}
