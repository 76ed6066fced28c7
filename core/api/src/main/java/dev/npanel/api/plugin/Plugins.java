package dev.npanel.api.plugin;

import dev.npanel.api.action.Access;
import dev.npanel.api.action.ActionType;
import dev.npanel.api.action.Contract;
import dev.npanel.api.action.ContractVersion;
import dev.npanel.api.action.Permission;
import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contract of plugins: which there are, and which of them run (C6). */
public final class Plugins {
    private static final ContractVersion VERSION = new ContractVersion(1, 0);

    /** The agent's plugins, and the agent itself. */
    public static final ActionType<ListPlugins, PluginList> LIST =
            ActionType.read(VERSION, "plugin.list", Access.ADMINISTRATOR, ListPlugins.class, PluginList.class);

    /**
     * Enables or disables a plugin in both processes, and answers when the agent has done it. {@code CONFLICT} while another
     * enabled plugin serves the same actions, unless that is the one to be disabled in its stead.
     */
    public static final ActionType<SetPluginState, PluginList> STATE_SET = ActionType.change(
            VERSION, "plugin.state.set", Access.ADMINISTRATOR, SetPluginState.class, PluginList.class);

    /** To look at one plugin. */
    public static final Permission READ = new Permission("plugin.read", Access.ADMINISTRATOR);

    public static final Contract CONTRACT = new Contract("plugin", List.of(LIST, STATE_SET), List.of(READ));

    private Plugins() {}

    /** The plugins of the agent that the request was about. */
    public record PluginList(List<InstalledPlugin> plugins) {
        public PluginList {
            plugins = List.copyOf(plugins);
        }
    }

    /** See {@link #LIST}. */
    public record ListPlugins() implements Scoped {
        @Override
        public Scope scope() {
            return new Scope.Server();
        }
    }

    /**
     * See {@link #STATE_SET}.
     *
     * @param instead the plugin that is disabled in the same change; only for one that is enabled
     */
    public record SetPluginState(
            PluginName name, PluginChoice state, @Nullable PluginName instead) implements Scoped {
        public SetPluginState {
            if (instead != null && (state == PluginChoice.DISABLED || instead.equals(name))) {
                throw Problem.invalid("instead", "must be another plugin, and only for one that is enabled")
                        .asException();
            }
        }

        /** What is wanted of each plugin it names; what is disabled comes first. */
        public Map<PluginName, PluginChoice> wanted() {
            Map<PluginName, PluginChoice> wanted = new LinkedHashMap<>();
            if (instead != null) {
                wanted.put(instead, PluginChoice.DISABLED);
            }
            wanted.put(name, state);
            return wanted;
        }

        @Override
        public Scope scope() {
            return new Scope.Server();
        }
    }
}
