package id.tepati.access.secret;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What a hash of a password costs.
 *
 * @param kibibytes of memory
 * @param passes over the memory
 * @param lanes that could be worked on at once
 */
record Argon2id(int kibibytes, int passes, int lanes) {
    /** The first choice of OWASP's Password Storage Cheat Sheet, RFC 9106's kind of Argon2. */
    static final Argon2id STANDARD = new Argon2id(19 * 1024, 2, 1);

    static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    byte[] hash(String password, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
