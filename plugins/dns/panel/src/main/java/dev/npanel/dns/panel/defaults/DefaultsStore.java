package dev.npanel.dns.panel.defaults;

import dev.npanel.panel.document.Documents;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the {@link ZoneDefaults} of this server. Thread-safe. */
@Component(service = DefaultsStore.class)
public final class DefaultsStore {
    private static final String COLLECTION = "dns.defaults";
    private static final String NAME = "server";

    private final Documents documents;

    @Activate
    public DefaultsStore(@Reference Documents documents) {
        this.documents = documents;
    }

    /** What holds now. */
    public ZoneDefaults read() {
        return documents.find(COLLECTION, NAME, ZoneDefaults.class).orElse(ZoneDefaults.NONE);
    }

    void write(ZoneDefaults defaults) {
        documents.put(COLLECTION, NAME, defaults);
    }
}
