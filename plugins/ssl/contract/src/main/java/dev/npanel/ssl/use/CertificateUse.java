package dev.npanel.ssl.use;

import dev.npanel.ssl.certificate.CertificateId;

/**
 * A daemon that serves certificates. Implemented by agent bundles, such as that of a web server, and registered as an OSGi
 * service of this type; called from any thread. Its configuration refers to the files by {@link CertificateFiles}. The plan that
 * replaces a certificate ends with a reload of the units that use it, and a reload that fails brings the old one back.
 */
public interface CertificateUse {
    /** What is reloaded, {@code nginx.service}: one of the units that the ssl kind's agent bundle declares. */
    String unit();

    /** Whether the configuration refers to the certificate now: then it is reloaded with it, and the certificate stays. */
    boolean uses(CertificateId id);
}
