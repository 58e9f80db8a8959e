package id.tepati.access.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A provider that does whatever a test wants, and forges too; it holds clients to PKCE and to their secret. */
public final class TestProvider implements AutoCloseable {
    /** Of the client whom it knows. */
    public static final String CLIENT = "tepati";

    public static final String SECRET = "rahasia-klien-yang-panjangnya-lebih-dari-tiga-puluh-dua";
    private static final RSAKey KEY = key();
    private static final RSAKey ANOTHER = key();

    private final Javalin server;
    private Signing signing = Signing.RIGHT;
    private JWTClaimsSet claims = new JWTClaimsSet.Builder().build();
    private Map<String, Object> userInfo = Map.of();
    private @Nullable String challenge;

    /** How a token is signed. */
    public enum Signing {
        RIGHT {
            @Override
            String sign(JWTClaimsSet claims) throws JOSEException {
                return signed(claims, KEY);
            }
        },
        BY_ANOTHER_KEY {
            @Override
            String sign(JWTClaimsSet claims) throws JOSEException {
                return signed(claims, ANOTHER);
            }
        },
        NOT_AT_ALL {
            @Override
            String sign(JWTClaimsSet claims) {
                return new PlainJWT(claims).serialize();
            }
        },
        BY_THE_SECRET_OF_THE_CLIENT {
            @Override
            String sign(JWTClaimsSet claims) throws JOSEException {
                SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
                token.sign(new MACSigner(SECRET));
                return token.serialize();
            }
        };

        abstract String sign(JWTClaimsSet claims) throws JOSEException;

        private static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("kunci").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        }
    }

    public TestProvider() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.get("/.well-known/openid-configuration", ctx -> ctx.json(metadata()));
            config.routes.get(
                    "/keys",
                    ctx -> ctx.json(Map.of("keys", List.of(KEY.toPublicJWK().toJSONObject()))));
            config.routes.post("/token", this::answerToken);
            config.routes.get("/userinfo", ctx -> ctx.json(userInfo));
        });
        server.start("127.0.0.1", 0);
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("kunci").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    private Map<String, Object> metadata() {
        return Map.of(
                "issuer",
                issuer(),
                "authorization_endpoint",
                issuer() + "/auth",
                "token_endpoint",
                issuer() + "/token",
                "userinfo_endpoint",
                issuer() + "/userinfo",
                "jwks_uri",
                issuer() + "/keys",
                "response_types_supported",
                List.of("code"),
                "subject_types_supported",
                List.of("public"),
                "id_token_signing_alg_values_supported",
                List.of("RS256", "HS256"));
    }

    /** Claims of a token that is right, for a nonce. */
    public JWTClaimsSet.Builder claims(String nonce) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("1234")
                .claim("nonce", nonce)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    /** What the next code is worth, of a sign-in with this challenge. */
    public void answer(String codeChallenge, Signing how, JWTClaimsSet token, Map<String, Object> info) {
        challenge = codeChallenge;
        signing = how;
        claims = token;
        userInfo = info;
    }

    private void answerToken(Context ctx) throws JOSEException {
        CodeVerifier verifier = new CodeVerifier(Objects.requireNonNull(ctx.formParam("code_verifier")));
        boolean isProven = CodeChallenge.compute(CodeChallengeMethod.S256, verifier)
                        .getValue()
                        .equals(challenge)
                && Objects.requireNonNull(ctx.basicAuthCredentials())
                        .getPassword()
                        .equals(SECRET);
        if (!isProven) {
            ctx.status(400).json(Map.of("error", "invalid_grant"));
            return;
        }
        ctx.json(Map.of(
                "access_token", "akses", "token_type", "Bearer", "expires_in", 60, "id_token", signing.sign(claims)));
    }

    @Override
    public void close() {
        server.stop();
    }
}
