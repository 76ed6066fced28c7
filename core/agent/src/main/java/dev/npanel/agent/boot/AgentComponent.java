package dev.npanel.agent.boot;

import dev.npanel.agent.dispatch.Declarations;
import dev.npanel.api.plugin.InstalledPlugin;
import dev.npanel.api.plugin.InstalledPlugins;
import dev.npanel.api.plugin.PluginChoice;
import dev.npanel.api.plugin.PluginName;
import dev.npanel.channel.systemd.Notifier;
import dev.npanel.host.action.Action;
import dev.npanel.host.effect.EffectHandler;
import dev.npanel.host.unit.Reloading;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The agent in its OSGi framework: made with its bundle, and takes in what other bundles register. */
@Component(immediate = true, service = AgentComponent.class)
public final class AgentComponent {
    private final Agent agent;
    private final InstalledPlugin self;
    private volatile List<Action<?, ?>> administration = List.of();

    /** Makes the agent, which serves nobody yet, while plugins are still being started. */
    @Activate
    public AgentComponent(BundleContext context) throws IOException {
        this.agent = new Agent(
                Settings.of(context::getProperty),
                Declarations.of(context.getBundle()),
                Executors.newSingleThreadScheduledExecutor(AgentComponent::daemon),
                new Notifier(System.getenv()));
        Bundle bundle = context.getBundle();
        this.self = new InstalledPlugin(
                new PluginName(bundle.getSymbolicName()),
                bundle.getVersion().toString(),
                PluginChoice.ENABLED,
                null,
                Declarations.declared(bundle),
                true);
    }

    /** Undoes what was cut off, and then lets callers in. */
    void open() throws IOException {
        agent.start();
    }

    @Deactivate
    void stop() throws IOException {
        agent.close();
    }

    @Reference(
            service = Action.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeAction")
    void addAction(ServiceReference<Action<?, ?>> from, Action<?, ?> action) {
        agent.plugins().add(action, Declarations.of(from.getBundle()));
    }

    void removeAction(ServiceReference<Action<?, ?>> from, Action<?, ?> action) {
        letGo(from);
        agent.plugins().remove(action);
    }

    @Reference(
            service = EffectHandler.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeHandler")
    void addHandler(ServiceReference<EffectHandler<?, ?>> from, EffectHandler<?, ?> handler) {
        agent.plugins().add(handler, Declarations.of(from.getBundle()));
    }

    void removeHandler(ServiceReference<EffectHandler<?, ?>> from, EffectHandler<?, ?> handler) {
        letGo(from);
        agent.plugins().remove(handler);
    }

    @Reference(
            service = Reloading.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "removeReloading")
    void addReloading(ServiceReference<Reloading> from, Reloading reloading) {
        agent.plugins().add(reloading, Declarations.of(from.getBundle()));
    }

    void removeReloading(ServiceReference<Reloading> from, Reloading reloading) {
        letGo(from);
        agent.plugins().remove(reloading);
    }

    /** Its services go one by one; none of them may before its calls are answered. */
    private void letGo(ServiceReference<?> from) {
        Bundle bundle = from.getBundle();
        if (bundle != null && bundle.getState() == Bundle.STOPPING) {
            agent.plugins().leave(bundle.getSymbolicName());
        }
    }

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, unbind = "removePlugins")
    void addPlugins(InstalledPlugins installed) {
        administration = agent.administer(installed, self);
    }

    void removePlugins(InstalledPlugins installed) {
        administration.forEach(agent.plugins()::remove);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "npanel-agent-later");
        thread.setDaemon(true);
        return thread;
    }
}
