package id.tepati.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OpenID Connect: where it lets people sign in, and whom it then vouches for. It is asked about itself when it
 * is first needed, and again as long as it did not answer, so that Tepati starts without it. Thread-safe.
 */
public final class OidcProvider {
    private static final int ANSWERS_WITHIN_MS = 5_000;
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final Set<JWSAlgorithm> SIGNATURES = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final OidcConfig config;
    private final ClientID client;
    private volatile @Nullable Known known;

    /** What it has told of itself. */
    private record Known(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

    /** What is to be asked of the provider in a request, and how it answered. */
    private interface Exchange<T> {
        T run() throws IOException, GeneralException, OidcException;
    }

    /** The provider of a configuration; asks nothing yet. */
    public OidcProvider(OidcConfig config) {
        this.config = config;
        this.client = new ClientID(config.clientId());
    }

    /**
     * Where a browser is sent, so that somebody signs in there.
     *
     * @throws OidcException where the provider does not answer
     */
    public URI signInAddress(PendingSignIns.Pending pending) throws OidcException {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(config.scopes().toArray(String[]::new)),
                        client,
                        config.returnAddress())
                .endpointURI(known().metadata().getAuthorizationEndpointURI())
                .state(pending.state())
                .nonce(pending.nonce())
                .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /**
     * Whom the provider vouches for, by what a browser brought back.
     *
     * @param query parameters of the return address, whose state is that of the sign-in
     * @throws OidcException where it vouches for nobody, does not answer, or what it answers is not valid
     */
    public OidcPerson person(PendingSignIns.Pending pending, Map<String, List<String>> query) throws OidcException {
        Known provider = known();
        OIDCTokenResponse answer = tokens(provider, code(query), pending);
        IDTokenClaimsSet signed = validated(provider, answer, pending);
        ToldClaims told = new ToldClaims(signed.toJSONObject());
        if (!told.areComplete(config.claims()) && provider.metadata().getUserInfoEndpointURI() != null) {
            told = told.and(userInfo(provider, answer, signed));
        }
        return told.person(config.claims());
    }

    private Known known() throws OidcException {
        Known before = known;
        return before != null ? before : discover();
    }

    private Known discover() throws OidcException {
        OIDCProviderMetadata metadata = answered(this::resolve);
        boolean isWhole = metadata.getAuthorizationEndpointURI() != null
                && metadata.getTokenEndpointURI() != null
                && metadata.getJWKSetURI() != null;
        if (!isWhole) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the provider names no place to sign in, of tokens or of keys");
        }
        Known found = new Known(metadata, validator(metadata));
        known = found;
        return found;
    }

    /** What a provider says of itself is for everybody, so what is wrong with it is told in full. */
    private OIDCProviderMetadata resolve() throws IOException, OidcException {
        try {
            return OIDCProviderMetadata.resolve(new Issuer(config.issuer()), ANSWERS_WITHIN_MS, ANSWERS_WITHIN_MS);
        } catch (GeneralException refused) {
            throw OidcFailure.ANSWER_NOT_VALID.because(
                    "the provider describes itself wrongly: " + refused.getMessage());
        }
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws OidcException {
        JWKSource<SecurityContext> keys;
        try {
            keys = JWKSourceBuilder.create(
                            metadata.getJWKSetURI().toURL(),
                            new DefaultResourceRetriever(ANSWERS_WITHIN_MS, ANSWERS_WITHIN_MS, LARGEST_ANSWER))
                    .refreshAheadCache(false)
                    .retrying(true)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException none) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the provider's keys have no address");
        }
        IDTokenValidator validator = new IDTokenValidator(
                new Issuer(config.issuer()),
                client,
                new JWSVerificationKeySelector<>(signatures(metadata), keys),
                null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return validator;
    }

    /** Those that the provider uses, and never one by a secret or none at all. */
    private static Set<JWSAlgorithm> signatures(OIDCProviderMetadata metadata) {
        Set<JWSAlgorithm> named = Optional.ofNullable(metadata.getIDTokenJWSAlgs()).stream()
                .flatMap(List::stream)
                .filter(SIGNATURES::contains)
                .collect(Collectors.toSet());
        return named.isEmpty() ? Set.of(JWSAlgorithm.RS256) : named;
    }

    private AuthorizationCode code(Map<String, List<String>> query) throws OidcException {
        AuthenticationResponse response;
        try {
            response = AuthenticationResponseParser.parse(config.returnAddress(), query);
        } catch (ParseException malformed) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the browser brought neither a code nor an error");
        }
        if (response.getIssuer() != null && !response.getIssuer().equals(new Issuer(config.issuer()))) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the browser comes from another provider");
        }
        if (!response.indicatesSuccess()) {
            throw OidcFailure.TURNED_AWAY.because("the provider said "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the browser brought no code");
        }
        return code;
    }

    private OIDCTokenResponse tokens(Known provider, AuthorizationCode code, PendingSignIns.Pending pending)
            throws OidcException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(code, config.returnAddress(), pending.verifier());
        URI endpoint = provider.metadata().getTokenEndpointURI();
        TokenRequest request = authentication(provider)
                .map(proof -> new TokenRequest.Builder(endpoint, proof, grant))
                .orElseGet(() -> new TokenRequest.Builder(endpoint, client, grant))
                .build();
        TokenResponse response = answered(() -> OIDCTokenResponseParser.parse(send(request.toHTTPRequest())));
        if (!response.indicatesSuccess()) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the provider gave no tokens, it said "
                    + response.toErrorResponse().getErrorObject().getCode());
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private Optional<ClientAuthentication> authentication(Known provider) {
        List<ClientAuthenticationMethod> methods = provider.metadata().getTokenEndpointAuthMethods();
        boolean byHeader = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return config.clientSecret()
                .map(ClientSecret::text)
                .map(Secret::new)
                .map(secret -> byHeader ? new ClientSecretBasic(client, secret) : new ClientSecretPost(client, secret));
    }

    private static IDTokenClaimsSet validated(Known provider, OIDCTokenResponse answer, PendingSignIns.Pending pending)
            throws OidcException {
        try {
            return provider.validator().validate(answer.getOIDCTokens().getIDToken(), pending.nonce());
        } catch (KeySourceException unread) {
            throw OidcFailure.PROVIDER_AWAY.because("the provider's keys cannot be read");
        } catch (BadJOSEException | JOSEException refused) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the provider's token is not valid: " + refused.getMessage());
        }
    }

    /** It has to be about the same person as the token. */
    private Map<String, Object> userInfo(Known provider, OIDCTokenResponse answer, IDTokenClaimsSet signed)
            throws OidcException {
        UserInfoRequest request = new UserInfoRequest(
                provider.metadata().getUserInfoEndpointURI(),
                answer.getOIDCTokens().getAccessToken());
        UserInfoResponse response = answered(() -> UserInfoResponse.parse(send(request.toHTTPRequest())));
        UserInfo info =
                response.indicatesSuccess() ? response.toSuccessResponse().getUserInfo() : null;
        if (info == null || !info.getSubject().equals(signed.getSubject())) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the provider does not tell about whom it vouched for");
        }
        return info.toJSONObject();
    }

    private static HTTPResponse send(HTTPRequest request) throws IOException {
        request.setConnectTimeout(ANSWERS_WITHIN_MS);
        request.setReadTimeout(ANSWERS_WITHIN_MS);
        request.setFollowRedirects(false);
        HTTPResponse response = request.send();
        if (response.getStatusCode() >= 500) {
            throw new IOException("status " + response.getStatusCode());
        }
        return response;
    }

    /** What an answer holds stays out of what is told of it. */
    private static <T> T answered(Exchange<T> exchange) throws OidcException {
        try {
            return exchange.run();
        } catch (IOException away) {
            throw OidcFailure.PROVIDER_AWAY.because(
                    "the provider does not answer: " + away.getClass().getSimpleName());
        } catch (GeneralException malformed) {
            throw OidcFailure.ANSWER_NOT_VALID.because("the provider answers what cannot be read");
        }
    }
}
