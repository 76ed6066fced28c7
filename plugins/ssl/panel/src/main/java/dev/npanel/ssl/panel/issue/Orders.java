package dev.npanel.ssl.panel.issue;

import dev.npanel.panel.document.Documents;
import dev.npanel.ssl.certificate.CertificateId;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The orders that are under way. Thread-safe. */
@Component(service = Orders.class)
public final class Orders {
    private static final String COLLECTION = "ssl.order";

    private final Documents documents;

    @Activate
    public Orders(@Reference Documents documents) {
        this.documents = documents;
    }

    Optional<Order> find(CertificateId id) {
        return documents.find(COLLECTION, id.text(), Order.class);
    }

    Order put(CertificateId id, Order order) {
        documents.put(COLLECTION, id.text(), order);
        return order;
    }

    void remove(CertificateId id) {
        documents.remove(COLLECTION, id.text());
    }
}
