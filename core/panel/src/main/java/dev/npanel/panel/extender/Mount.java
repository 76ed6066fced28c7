package dev.npanel.panel.extender;

import dev.npanel.panel.jersey.Application;
import dev.npanel.panel.mount.MountedBundle;
import dev.npanel.panel.mount.Operation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The resources of one bundle as they are at one time.
 *
 * @param application what answers; null when the bundle is refused
 */
record Mount(MountedBundle bundle, @Nullable Application application) {
    /** The first segments below {@code /api} that it claims. */
    Set<String> segments() {
        return bundle.operations().stream().map(Operation::segment).collect(Collectors.toSet());
    }

    /** The same, kept out for these reasons. */
    MountedBundle refused(List<String> why) {
        return new MountedBundle(bundle.bundleId(), bundle.bundle(), bundle.version(), List.of(), why);
    }
}
