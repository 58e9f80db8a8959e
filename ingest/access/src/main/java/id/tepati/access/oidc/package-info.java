/**
 * Signing in by OpenID Connect. {@link id.tepati.access.oidc.OidcConfig} is what an operator wrote about the provider,
 * {@link id.tepati.access.oidc.OidcProvider} speaks to it, {@link id.tepati.access.oidc.PendingSignIns} remembers who was
 * sent there, and {@link id.tepati.access.oidc.OidcFailure} is why somebody came back in vain. It knows nothing of routes.
 */
@NullMarked
package id.tepati.access.oidc;

import org.jspecify.annotations.NullMarked;
