package dev.npanel.ssl.panel.issue;

import dev.npanel.ssl.certificate.CertificateName;
import java.util.ArrayList;
import java.util.List;

/**
 * What is remembered of an order that is under way: where the authority has it, and which answers have been given for it, to be
 * taken away when it is over.
 *
 * @param address the authority's
 */
public record Order(String address, List<Given> given) {
    public Order {
        given = List.copyOf(given);
    }

    /**
     * An answer.
     *
     * @param token for HTTP the name of the file, for DNS empty
     * @param answer for DNS the content of the record
     */
    public record Given(CertificateName name, String token, String answer) {}

    /** The same with one answer more. */
    Order with(Given more) {
        List<Given> all = new ArrayList<>(given);
        all.add(more);
        return new Order(address, all);
    }
}
