package dev.npanel.dns.panel.zone;

import dev.npanel.dns.edit.Serial;
import dev.npanel.dns.panel.defaults.DefaultsStore;
import dev.npanel.dns.panel.defaults.HostAddresses;
import dev.npanel.dns.panel.defaults.ZoneDefaults;
import dev.npanel.dns.panel.template.TemplateName;
import dev.npanel.dns.panel.template.TemplateStore;
import dev.npanel.dns.panel.template.ZoneTemplate;
import dev.npanel.dns.zone.CreateZone;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes requests for new zones of what people say, with this server's templates and defaults. Thread-safe. */
@Component(service = ZoneDrafts.class)
public final class ZoneDrafts {
    private final DefaultsStore defaults;
    private final TemplateStore templates;
    private final Clock clock;
    private final AtomicLong last;

    @Activate
    public ZoneDrafts(@Reference DefaultsStore defaults, @Reference TemplateStore templates) {
        this(defaults, templates, Clock.systemUTC());
    }

    ZoneDrafts(DefaultsStore defaults, TemplateStore templates, Clock clock) {
        this.defaults = defaults;
        this.templates = templates;
        this.clock = clock;
        this.last = new AtomicLong(Serial.at(clock.instant().minusSeconds(1)));
    }

    CreateZone of(NewZone wanted) {
        ZoneDefaults usual = defaults.read();
        long now = Serial.at(clock.instant());
        // a zone that is made again within the same second has another one, too
        long serial = last.updateAndGet(before -> Serial.raise(before, now));
        return new ZoneDraft(wanted, usual, HostAddresses.of(usual), serial).with(template(wanted, usual));
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
