package dev.npanel.ssl.challenge;

import dev.npanel.api.action.Scope;
import dev.npanel.api.action.Scoped;
import dev.npanel.api.problem.Problem;
import dev.npanel.api.value.DomainName;
import java.util.regex.Pattern;

/**
 * Asks to answer a challenge over HTTP. The file is served for every name of the host, since a token is nobody's secret and
 * cannot be guessed; the domain is that of the certificate.
 *
 * @param answer the key authorization: the token, a dot and the thumbprint of the account's key
 */
public record PutChallenge(DomainName domain, Token token, String answer) implements Scoped {
    private static final Pattern THUMBPRINT = Pattern.compile("\\.[A-Za-z0-9_-]{43}");

    public PutChallenge {
        boolean fits = answer.startsWith(token.text())
                && THUMBPRINT.matcher(answer.substring(token.text().length())).matches();
        if (!fits) {
            throw Problem.invalid("answer", "must be the token, a dot and a thumbprint")
                    .asException();
        }
    }

    @Override
    public Scope scope() {
        return new Scope.Domain(domain);
    }
}
