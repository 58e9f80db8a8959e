package id.tepati.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tepati.access.rights.Grant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OidcConfigReaderTest {
    private static final String WHOLE = """
            issuer: https://sso.kota.example/realms/kota
            publicUrl: https://tepati.kota.example/
            clientId: tepati
            clientSecretFile: oidc-secret
            scopes: [openid, profile, groups]
            name: Akun Kota
            userClaim: email
            nameClaim: full_name
            rolesClaim: roles
            roles:
              - {value: tepati-operator, grant: operator}
              - {value: tepati-camat-mawar, grant: "unit-head:kec-mawar"}
              - {value: tepati-camat-mawar, grant: "viewer"}
            """;
    private static final String LEAST = """
            issuer: http://localhost:3000
            publicUrl: http://127.0.0.1:7070
            clientId: tepati
            name: Akun Kota
            roles: [{value: semua, grant: viewer}]
            """;

    @TempDir
    Path folder;

    private OidcConfig read(String text) throws IOException {
        return OidcConfigReader.read(Files.writeString(folder.resolve("oidc.yaml"), text));
    }

    @Test
    void readsEveryKey() throws IOException {
        Files.writeString(folder.resolve("oidc-secret"), "sangat rahasia\n");

        OidcConfig config = read(WHOLE);

        assertThat(config.issuer()).hasToString("https://sso.kota.example/realms/kota");
        assertThat(config.returnAddress()).isEqualTo(URI.create("https://tepati.kota.example/masuk/oidc/kembali"));
        assertThat(config.clientId()).isEqualTo("tepati");
        assertThat(config.clientSecret()).map(ClientSecret::text).contains("sangat rahasia");
        assertThat(config.toString()).doesNotContain("sangat rahasia");
        assertThat(config.scopes()).containsExactly("openid", "profile", "groups");
        assertThat(config.name()).isEqualTo("Akun Kota");
        assertThat(config.claims()).isEqualTo(new OidcConfig.ClaimNames("email", "full_name", "roles"));
        assertThat(config.grants(List.of("lain", "tepati-camat-mawar")))
                .containsExactly(Grant.parse("unit-head:kec-mawar"), Grant.parse("viewer"));
        assertThat(config.grants(List.of("Tepati-Operator", "tepati"))).isEmpty();
    }

    @Test
    void knowsWhatProvidersUseMost() throws IOException {
        OidcConfig config = read(LEAST);

        assertThat(config.clientSecret()).isEqualTo(Optional.empty());
        assertThat(config.scopes()).containsExactly("openid", "profile");
        assertThat(config.claims()).isEqualTo(OidcConfig.ClaimNames.USUAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        issuer: http://localhost:3000  | issuer: http://sso.kota.example | oidc.yaml:1: issuer is read by everybody on the way
        issuer: http://localhost:3000  | issuer: sso                     | oidc.yaml:1: issuer is no address of the web
        publicUrl: http://127.0.0.1:7070 | publicUrl: http://kota/tepati | oidc.yaml:2: publicUrl goes on after
        clientId: tepati               | client: tepati                  | oidc.yaml:3: client is an unknown key
        name: Akun Kota                | scopes: [profile]               | scopes lacks openid
        name: Akun Kota                | clientSecretFile: tidak-ada     | clientSecretFile names a file that cannot be read
        grant: viewer                  | grant: lurah                    | oidc.yaml:5: roles[1].grant is no role: lurah
        [{value: semua, grant: viewer}] | []                             | roles is empty
        [{value: semua, grant: viewer}] | [{value: semua}]               | roles[1] has no grant
        """)
    void namesFileLineAndCure(String right, String wrong, String told) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(LEAST.replace(right, wrong)))
                .withMessageContaining(told);
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OidcConfigReader.read(folder.resolve("tidak-ada.yaml")))
                .withMessageContaining("tidak-ada.yaml cannot be read");
    }
}
