package id.tepati.access.oidc;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a provider said of somebody, in one answer or two. Immutable. */
record ToldClaims(Map<String, Object> claims) {
    ToldClaims {
        claims = Map.copyOf(claims);
    }

    /** Whether everything was said that is asked for, so that the provider need not be asked again. */
    boolean areComplete(OidcConfig.ClaimNames names) {
        return claims.containsKey(names.name())
                && claims.containsKey(names.roles())
                && claims.containsKey(Optional.ofNullable(names.user()).orElse("preferred_username"));
    }

    /** With what another answer said; what was signed counts. */
    ToldClaims and(Map<String, Object> others) {
        Map<String, Object> all = new HashMap<>(others);
        all.putAll(claims);
        return new ToldClaims(all);
    }

    /** Who that is. */
    OidcPerson person(OidcConfig.ClaimNames names) throws OidcException {
        Stream<String> userClaims =
                names.user() == null ? Stream.of("preferred_username", "sub") : Stream.of(names.user());
        String user = userClaims
                .flatMap(claim -> text(claim).stream())
                .findFirst()
                .orElseThrow(() -> OidcFailure.NAME_NOT_USABLE.because("the provider told no name to sign in by"));
        return new OidcPerson(user, text(names.name()).orElse(user), texts(names.roles()));
    }

    private Optional<String> text(String claim) {
        return Optional.ofNullable(claims.get(claim))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private Set<String> texts(String claim) {
        Object value = claims.getOrDefault(claim, List.of());
        Collection<?> values = value instanceof Collection<?> list ? list : List.of(value);
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
