package dev.npanel.agent.account;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.attribute.UserPrincipalNotFoundException;

/** Asks all sources of the host (nsswitch.conf(5)) for users and groups, not only its files. */
@FunctionalInterface
interface KnownNames {
    /** Whether the host knows a user or a group of this name. */
    boolean contains(String name);

    /** Those of this host. */
    static KnownNames ofHost() {
        UserPrincipalLookupService service = FileSystems.getDefault().getUserPrincipalLookupService();
        return name -> finds(() -> service.lookupPrincipalByName(name))
                || finds(() -> service.lookupPrincipalByGroupName(name));
    }

    private static boolean finds(Lookup lookup) {
        try {
            lookup.perform();
            return true;
        } catch (UserPrincipalNotFoundException unknown) {
            return false;
        } catch (IOException cannotSay) {
            // Better to refuse a name that is free than to take one that is not.
            return true;
        }
    }

    /** One look. */
    interface Lookup {
        Object perform() throws IOException;
    }
}
