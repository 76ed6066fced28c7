package dev.npanel.ssl.letsencrypt.acme;

import dev.npanel.ssl.ca.OrderState;
import dev.npanel.ssl.ca.OrderState.Method;
import dev.npanel.ssl.ca.OrderState.Proof;
import dev.npanel.ssl.certificate.CertificateName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.shredzone.acme4j.Authorization;
import org.shredzone.acme4j.Order;
import org.shredzone.acme4j.Status;
import org.shredzone.acme4j.challenge.Challenge;
import org.shredzone.acme4j.challenge.Dns01Challenge;
import org.shredzone.acme4j.challenge.Http01Challenge;
import org.shredzone.acme4j.exception.AcmeException;

/** An order as the authority has it, read without a second look at anything. */
final class Orders {
    private Orders() {}

    static OrderState look(Order order) throws AcmeException {
        Optional<Instant> later = order.fetch();
        List<Proof> proofs = new ArrayList<>();
        String failure = order.getError().map(Refusals::text).orElse(null);
        if (order.getStatus() == Status.PENDING || order.getStatus() == Status.INVALID) {
            for (Authorization authorization : order.getAuthorizations()) {
                authorization.fetch();
                if (authorization.getStatus() == Status.PENDING) {
                    proofs.addAll(proofs(authorization));
                } else if (authorization.getStatus() != Status.VALID && failure == null) {
                    failure = failure(authorization);
                }
            }
        }
        Duration pause = later.map(when -> Duration.between(Instant.now(), when))
                .filter(left -> !left.isNegative())
                .orElse(null);
        return new OrderState(status(order.getStatus()), proofs, pause, failure);
    }

    private static List<Proof> proofs(Authorization authorization) {
        CertificateName name = name(authorization);
        List<Proof> proofs = new ArrayList<>();
        for (Challenge each : authorization.getChallenges()) {
            URI address = URI.create(each.getLocation().toString());
            boolean asked = each.getStatus() != Status.PENDING;
            if (each instanceof Http01Challenge http) {
                proofs.add(new Proof(name, Method.HTTP, address, http.getToken(), http.getAuthorization(), asked));
            } else if (each instanceof Dns01Challenge dns) {
                proofs.add(new Proof(name, Method.DNS, address, "", dns.getDigest(), asked));
            }
        }
        return proofs;
    }

    private static CertificateName name(Authorization authorization) {
        String domain = authorization.getIdentifier().getDomain();
        return new CertificateName(authorization.isWildcard() ? "*." + domain : domain);
    }

    private static String failure(Authorization authorization) {
        String reason = authorization.getChallenges().stream()
                .flatMap(challenge -> challenge.getError().stream())
                .map(Refusals::text)
                .findFirst()
                .orElse("the authorization is over");
        return authorization.getIdentifier().getDomain() + ": " + reason;
    }

    private static OrderState.Status status(Status status) {
        return switch (status) {
            case PENDING -> OrderState.Status.PENDING;
            case READY -> OrderState.Status.READY;
            case PROCESSING -> OrderState.Status.PROCESSING;
            case VALID -> OrderState.Status.VALID;
            default -> OrderState.Status.INVALID;
        };
    }
}
