package dev.npanel.panel.jersey;

import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import org.jspecify.annotations.Nullable;

/** Jersey wants one; who calls is known from the {@link dev.npanel.panel.rest.CallContext} alone. */
final class NoSecurityContext implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
        return null;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return true;
    }

    @Override
    public @Nullable String getAuthenticationScheme() {
        return null;
    }
}
