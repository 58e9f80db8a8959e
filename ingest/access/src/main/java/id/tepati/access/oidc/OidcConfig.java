package id.tepati.access.oidc;

import id.tepati.access.rights.Grant;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The provider by which people sign in, and what they may then. Immutable.
 *
 * @param issuer of the provider, below which it tells of itself
 * @param publicUrl under which browsers reach Tepati, without a slash at the end
 * @param clientId as which the provider knows Tepati
 * @param secret null for a client that has none and proves itself by PKCE alone
 * @param scopes that are asked for; {@code openid} is among them
 * @param name of the provider, as the page shows it
 * @param claims where its answers say what
 * @param roles what its groups may
 */
public record OidcConfig(
        URI issuer,
        URI publicUrl,
        String clientId,
        @Nullable ClientSecret secret,
        List<String> scopes,
        String name,
        ClaimNames claims,
        List<RoleRule> roles) {
    /** Where a provider sends browsers back to, below the public address. */
    public static final String RETURN_PATH = "/masuk/oidc/kembali";

    /**
     * Names of claims.
     *
     * @param user whose value becomes the id; null for {@code preferred_username}, else {@code sub}
     * @param name as the page shows somebody
     * @param roles a text or a list of texts
     */
    public record ClaimNames(@Nullable String user, String name, String roles) {
        /** Those that providers use most. */
        public static final ClaimNames USUAL = new ClaimNames(null, "name", "groups");
    }

    /** Takes copies. */
    public OidcConfig {
        scopes = List.copyOf(scopes);
        roles = List.copyOf(roles);
    }

    /** Where the provider sends browsers back to: it has to be told this address. */
    public URI returnAddress() {
        return URI.create(publicUrl + RETURN_PATH);
    }

    /** What Tepati proves itself with, beside PKCE. */
    public Optional<ClientSecret> clientSecret() {
        return Optional.ofNullable(secret);
    }

    /** What somebody may of whom the provider says these values. */
    public List<Grant> grants(Collection<String> values) {
        return roles.stream()
                .filter(rule -> values.contains(rule.value()))
                .map(RoleRule::grant)
                .distinct()
                .toList();
    }
}
