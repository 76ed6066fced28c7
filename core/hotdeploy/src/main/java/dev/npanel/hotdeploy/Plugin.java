package dev.npanel.hotdeploy;

import dev.npanel.api.plugin.PluginDeclaration;
import dev.npanel.api.plugin.PluginName;
import java.util.Dictionary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

/** An installed bundle that is a plugin: it does something when it is started. Equal to what else is of the same bundle. */
record Plugin(Bundle bundle, PluginName name, PluginDeclaration declaration) {

    /** The plugin in this bundle; none in one that has only packages for others, or that joins another one. */
    static Optional<Plugin> of(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        return PluginName.of(header -> headers.get(header))
                .map(name -> new Plugin(bundle, name, PluginDeclaration.of(header -> headers.get(header))));
    }

    static boolean isFragment(Bundle bundle) {
        return bundle.getHeaders("").get(Constants.FRAGMENT_HOST) != null;
    }

    /** Whether a process can serve before this one has started: what it does is seldom asked for. */
    static boolean isLate(Bundle bundle) {
        return "late".equals(bundle.getHeaders("").get("NPanel-Start"));
    }

    boolean runs() {
        return bundle.getState() == Bundle.ACTIVE;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plugin plugin && bundle.equals(plugin.bundle);
    }

    @Override
    public int hashCode() {
        return bundle.hashCode();
    }

    /** Whether the two cannot run at the same time. */
    boolean rivals(Plugin other) {
        return name.equals(other.name) || declaration.rivals(other.declaration);
    }
}
