package dev.npanel.ssl.letsencrypt.account;

import dev.npanel.panel.document.Documents;
import dev.npanel.ssl.ca.Registration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which authority issues certificates for this server. Thread-safe. */
@Component(service = Registrations.class)
public final class Registrations {
    private static final String COLLECTION = "ssl.authority";
    private static final String NAME = "acme";

    private final Documents documents;

    @Activate
    public Registrations(@Reference Documents documents) {
        this.documents = documents;
    }

    /** The one that is set up, if any. */
    public Optional<Registration> find() {
        return documents.find(COLLECTION, NAME, Registration.class);
    }

    /** From now on it is this one. */
    public void put(Registration registration) {
        documents.put(COLLECTION, NAME, registration);
    }
}
