package id.tepati.access.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PasswordsTest {
    private static final String PASSWORD = "kopi-tubruk di teras";

    private final Passwords passwords = new Passwords(new SecureRandom());

    @Test
    void theRightOneIsRightAndNoOther() {
        PasswordHash hash = passwords.hash(PASSWORD);

        assertThat(hash.toString())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(PASSWORD);
        assertThat(passwords.isRight(PASSWORD, Optional.of(hash))).isTrue();
        assertThat(passwords.isRight(PASSWORD + " ", Optional.of(hash))).isFalse();
        assertThat(passwords.isRight("", Optional.of(hash))).isFalse();
        assertThat(passwords.isRight("x".repeat(100_000), Optional.of(hash))).isFalse();
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
    }

    @Test
    void nobodyHasNoPasswordAtAll() {
        assertThat(passwords.isRight("", Optional.empty())).isFalse();
        assertThat(passwords.isRight(PASSWORD, Optional.empty())).isFalse();
    }

    @Test
    void theSameLettersAreTheSamePasswordHoweverTheyAreComposed() {
        PasswordHash hash = passwords.hash("caf\u00e9 di pojok kota");

        assertThat(passwords.isRight("cafe\u0301 di pojok kota", Optional.of(hash)))
                .isTrue();
    }

    /** Told by the memory that a hash fills on purpose: without it an unknown name would be known by its speed. */
    @Test
    void aHashIsMadeForSomebodyUnknownToo() {
        long ofKnown = allocatedFor(Optional.of(passwords.hash(PASSWORD)));

        assertThat(ofKnown).isGreaterThan(18L << 20);
        assertThat(allocatedFor(Optional.empty())).isBetween(ofKnown - (1 << 20), ofKnown + (1 << 20));
    }

    private long allocatedFor(Optional<PasswordHash> kept) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(passwords.isRight("kopi-tubruk di dapur", kept)).isFalse();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    /** From the tests of the reference implementation. */
    @Test
    void hashesAreThoseOfTheStandard() {
        byte[] hash = new Argon2id(65_536, 2, 1).hash("password", "somesalt".getBytes(UTF_8));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
    }

    @Test
    void aHashIsComparedAtTheCostThatItTells() {
        byte[] salt = "somesaltsomesalt".getBytes(UTF_8);
        Argon2id other = new Argon2id(1_024, 3, 1);
        PasswordHash kept = PasswordHash.of(other, salt, other.hash(PASSWORD, salt));

        assertThat(passwords.isRight(PASSWORD, Optional.of(new PasswordHash(kept.text()))))
                .isTrue();
    }

    @Test
    void shortAndEndlessOnesAreRefused() {
        assertThat(Passwords.whyUnfit("elevenchars"))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("A password has at least 12 and at most 256 characters, and this one has 11"));
        assertThat(Passwords.whyUnfit("twelve chars")).isEmpty();
        assertThat(Passwords.whyUnfit("x".repeat(257))).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> passwords.hash("elevenchars"));
    }

    @Test
    void whatIsNoHashIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PasswordHash("$argon2i$v=19$m=1,t=1,p=1$a$b"));
    }
}
