package id.tepati.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SecretTest {
    private final SecureRandom random = new SecureRandom();

    @ParameterizedTest
    @EnumSource(SecretKind.class)
    void isReadAsItWasShown(SecretKind kind) {
        Secret made = Secret.make(kind, random);

        assertThat(made.text()).startsWith("tepati_").matches("[a-z_]+[0-9a-f]{72}");
        assertThat(Secret.read(kind, made.text()).map(Secret::hash)).contains(made.hash());
        assertThat(made).hasToString("(a secret)");
        assertThat(made.hash().toString()).doesNotContain(made.text());
    }

    @Test
    void oneOfAnotherKindIsNone() {
        String key = Secret.make(SecretKind.KEY, random).text();

        assertThat(Secret.read(SecretKind.TOKEN, key)).isEmpty();
        assertThat(Secret.read(SecretKind.TOKEN, key.replace("_key_", "_token_")))
                .isEmpty();
    }

    @Test
    void everyMistypedCharacterIsFound() {
        String text = Secret.make(SecretKind.KEY, random).text();
        for (int at = 0; at < text.length(); at++) {
            char other = text.charAt(at) == '0' ? '1' : '0';
            String mistyped = text.substring(0, at) + other + text.substring(at + 1);
            assertThat(Secret.read(SecretKind.KEY, mistyped)).as(mistyped).isEmpty();
            assertThat(Secret.read(SecretKind.KEY, text.substring(0, at))).isEmpty();
        }
        assertThat(Secret.read(SecretKind.KEY, text + "0")).isEmpty();
    }

    @Test
    void noTwoAreAlike() {
        Set<SecretHash> hashes = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            hashes.add(Secret.make(SecretKind.SESSION, random).hash());
        }
        assertThat(hashes).hasSize(100);
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SecretHash("abc"));
    }
}
