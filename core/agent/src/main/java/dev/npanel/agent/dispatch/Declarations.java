package dev.npanel.agent.dispatch;

import dev.npanel.api.plugin.PluginDeclaration;
import dev.npanel.host.action.Declaration;
import java.util.Dictionary;
import java.util.Set;
import org.osgi.framework.Bundle;

/** What a plugin may touch, from the manifest of its bundle; see {@link PluginDeclaration}. */
public final class Declarations {
    private Declarations() {}

    /** What this bundle declares. */
    public static Declaration of(Bundle bundle) {
        PluginDeclaration declared = declared(bundle);
        return new Declaration(
                bundle.getSymbolicName(),
                Set.copyOf(declared.actions()),
                Set.copyOf(declared.paths()),
                Set.copyOf(declared.units()),
                Set.copyOf(declared.programs()),
                Set.copyOf(declared.effects()));
    }

    /** The same as it is told to others. */
    public static PluginDeclaration declared(Bundle bundle) {
        Dictionary<String, String> headers = bundle.getHeaders("");
        return PluginDeclaration.of(header -> headers.get(header));
    }
}
