package dev.npanel.ssl.letsencrypt.acme;

import dev.npanel.panel.key.SecretKeys;
import dev.npanel.ssl.ca.CertificateAuthority;
import dev.npanel.ssl.ca.Enrolment;
import dev.npanel.ssl.ca.OrderState;
import dev.npanel.ssl.ca.Registration;
import dev.npanel.ssl.ca.RenewalWindow;
import dev.npanel.ssl.certificate.CertificateName;
import dev.npanel.ssl.certificate.Chain;
import dev.npanel.ssl.letsencrypt.account.Registrations;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.shredzone.acme4j.Certificate;
import org.shredzone.acme4j.Login;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.OrderBuilder;
import org.shredzone.acme4j.RenewalInfo;
import org.shredzone.acme4j.RevocationReason;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.connector.Resource;
import org.shredzone.acme4j.exception.AcmeException;

/** An authority that speaks ACME. Nonces that it does not take any more are replaced. */
@Component(service = CertificateAuthority.class)
public final class AcmeAuthority implements CertificateAuthority {
    private final Registrations registrations;
    private final Logins logins;

    @Activate
    public AcmeAuthority(@Reference Registrations registrations, @Reference SecretKeys secrets) {
        this.registrations = registrations;
        this.logins = new Logins(secrets);
    }

    @Override
    public Optional<Registration> registration() {
        return registrations.find();
    }

    @Override
    public Registration register(Enrolment enrolment) {
        Registration registration = logins.register(enrolment);
        registrations.put(registration);
        return registration;
    }

    @Override
    public URI order(List<CertificateName> names, @Nullable Chain replaces) {
        return asked(login -> {
            OrderBuilder builder = login.newOrder()
                    .domains(names.stream().map(CertificateName::text).toList());
            if (replaces != null && offersRenewalInfo(login)) {
                builder.replaces(certificate(replaces));
            }
            return URI.create(builder.create().getLocation().toString());
        });
    }

    @Override
    public OrderState look(URI order) {
        return asked(login -> Orders.look(login.bindOrder(order.toURL())));
    }

    @Override
    public void ready(URI challenge) {
        asked(login -> {
            Challenge bound = login.bindChallenge(challenge.toURL());
            bound.trigger();
            return bound;
        });
    }

    @Override
    public void complete(URI order, String csr) {
        asked(login -> {
            Order bound = login.bindOrder(order.toURL());
            bound.fetch();
            bound.execute(der(csr));
            return bound;
        });
    }

    @Override
    public Chain fetch(URI order) {
        return asked(login -> {
            Order bound = login.bindOrder(order.toURL());
            bound.fetch();
            Certificate issued = bound.getCertificate();
            issued.download();
            StringWriter text = new StringWriter();
            preferred(issued).writeCertificate(text);
            return new Chain(text.toString());
        });
    }

    @Override
    public void revoke(Chain certificate) {
        asked(login -> {
            Certificate.revoke(login, certificate(certificate), RevocationReason.UNSPECIFIED);
            return certificate;
        });
    }

    @Override
    public Optional<RenewalWindow> renewal(Chain certificate) {
        return asked(login -> {
            if (!offersRenewalInfo(login)) {
                return Optional.empty();
            }
            RenewalInfo info = login.bindRenewalInfo(certificate(certificate));
            info.fetch();
            return Optional.of(new RenewalWindow(info.getSuggestedWindowStart(), info.getSuggestedWindowEnd()));
        });
    }

    @Override
    public List<String> identities() {
        return asked(login -> login.getSession().getMetadata().getCaaIdentities().stream()
                .map(Refusals::seen)
                .toList());
    }

    private Certificate preferred(Certificate issued) throws AcmeException {
        String root = registrations.find().map(Registration::preferredRoot).orElse(null);
        if (root == null) {
            return issued;
        }
        Certificate found = issued.findCertificate(root).orElse(issued);
        found.download();
        return found;
    }

    private static boolean offersRenewalInfo(Login login) throws AcmeException {
        return login.getSession().resourceUrlOptional(Resource.RENEWAL_INFO).isPresent();
    }

    private static byte[] der(String csr) throws IOException {
        try (PemReader reader = new PemReader(new StringReader(csr))) {
            return reader.readPemObject().getContent();
        }
    }

    private static X509Certificate certificate(Chain chain) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(chain.text().getBytes(StandardCharsets.US_ASCII)));
        } catch (CertificateException notOurs) {
            throw new IllegalArgumentException(notOurs);
        }
    }

    private <T> T asked(Question<T> question) {
        Registration registration = registrations.find().orElseThrow(Refusals::unset);
        return Asking.answer(() -> question.ask(logins.of(registration)));
    }

    private interface Question<T> {
        T ask(Login login) throws AcmeException, IOException;
    }
}
