package dev.npanel.ssl.agent.key;

import dev.npanel.api.value.DomainName;
import dev.npanel.host.step.Content;
import dev.npanel.ssl.certificate.CertificateName;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** What a key signs of itself: requests to authorities, and certificates that nobody vouches for. The names are in the
 * subjectAltName alone (RFC 6125 section 1.5): a subject is bound to 64 characters and long out of use. */
public final class Requests {
    private static final int SERIAL_BITS = 127;
    private static final X500Name NOBODY = new X500Name("");

    private Requests() {}

    /** PKCS #10 as PEM. */
    public static String csr(KeyPair key, List<CertificateName> names) {
        try {
            ExtensionsGenerator extensions = new ExtensionsGenerator();
            // critical where there is no subject (RFC 5280 section 4.2.1.6)
            extensions.addExtension(Extension.subjectAlternativeName, true, alternatives(names));
            byte[] der = new JcaPKCS10CertificationRequestBuilder(NOBODY, key.getPublic())
                    .addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, extensions.generate())
                    .build(new JcaContentSignerBuilder(Keys.signature(key.getPrivate())).build(key.getPrivate()))
                    .getEncoded();
            return pem("CERTIFICATE REQUEST", der);
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The names that a request of ours asks for. */
    public static List<CertificateName> names(Content csr) {
        try (PEMParser parser = new PEMParser(new StringReader(new String(csr.bytes(), StandardCharsets.US_ASCII)))) {
            Extensions extensions = ((PKCS10CertificationRequest) parser.readObject()).getRequestedExtensions();
            GeneralNames names = GeneralNames.fromExtensions(extensions, Extension.subjectAlternativeName);
            return Stream.of(names.getNames())
                    .map(name -> new CertificateName(name.getName().toString()))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** A certificate by the key itself. */
    public static X509Certificate selfSigned(KeyPair key, List<CertificateName> names, Instant from, Instant to) {
        try {
            // The issuer has to have a name (RFC 5280 section 4.1.2.4).
            DomainName first = names.get(0).domain();
            X500Name own = new X500Name("O=self-signed,OU=" + first.text());
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    own,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(0),
                    Date.from(from),
                    Date.from(to),
                    own,
                    key.getPublic());
            builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(
                            new JcaContentSignerBuilder(Keys.signature(key.getPrivate())).build(key.getPrivate())));
        } catch (IOException | OperatorCreationException | CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A certificate as PEM. */
    public static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (IOException | CertificateException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String pem(String type, byte[] der) throws IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, der));
        }
        return text.toString();
    }

    private static GeneralNames alternatives(List<CertificateName> names) {
        return new GeneralNames(names.stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name.text()))
                .toArray(GeneralName[]::new));
    }
}
