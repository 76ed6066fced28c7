package dev.npanel.dns.panel.zone;

import dev.npanel.dns.panel.defaults.DefaultsStore;
import dev.npanel.dns.panel.defaults.HostAddresses;
import dev.npanel.dns.panel.defaults.ZoneDefaults;
import dev.npanel.dns.panel.template.TemplateName;
import dev.npanel.dns.panel.template.TemplateStore;
import dev.npanel.dns.panel.template.ZoneTemplate;
import dev.npanel.dns.zone.CreateZone;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes requests for new zones of what people say, with this server's templates and defaults. Thread-safe. */
@Component(service = ZoneDrafts.class)
public final class ZoneDrafts {
    private final DefaultsStore defaults;
    private final TemplateStore templates;
    private final FirstSerials serials;

    @Activate
    public ZoneDrafts(
            @Reference DefaultsStore defaults, @Reference TemplateStore templates, @Reference FirstSerials serials) {
        this.defaults = defaults;
        this.templates = templates;
        this.serials = serials;
    }

    CreateZone of(NewZone wanted) {
        ZoneDefaults usual = defaults.read();
        return new ZoneDraft(wanted, usual, HostAddresses.of(usual), serials.next()).with(template(wanted, usual));
    }

    private @Nullable ZoneTemplate template(NewZone wanted, ZoneDefaults usual) {
        if (wanted.template() != null) {
            return templates.read("template", wanted.template());
        } else if (!wanted.records().isEmpty()) {
            return null;
        }
        TemplateName name = usual.template() == null ? TemplateStore.DEFAULT : usual.template();
        return templates.find(name).orElseGet(() -> templates.read("template", TemplateStore.DEFAULT));
    }
}
