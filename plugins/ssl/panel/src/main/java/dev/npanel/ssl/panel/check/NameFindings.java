package dev.npanel.ssl.panel.check;

import dev.npanel.ssl.certificate.CertificateName;
import java.util.List;

/** What was found for one name. */
public record NameFindings(CertificateName name, List<Finding> findings) {
    public NameFindings {
        findings = List.copyOf(findings);
    }
}
