package id.tepati.access.oidc;

import java.util.Set;

/**
 * Somebody, as the provider tells of them.
 *
 * @param user what they are called there
 * @param name as the page shows them
 * @param roles values of the claim of roles
 */
public record OidcPerson(String user, String name, Set<String> roles) {
    /** Takes a copy. */
    public OidcPerson {
        roles = Set.copyOf(roles);
    }
}
