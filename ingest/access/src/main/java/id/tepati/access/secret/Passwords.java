package id.tepati.access.secret;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Hashes passwords and compares with hashes, by argon2id. A hash takes 19 MB of memory and some tens of milliseconds on
 * purpose, so no more than two are made at a time; further callers wait. Thread-safe.
 */
public final class Passwords {
    /** Characters that a password has at least. */
    public static final int LEAST = 12;
    /** Characters that it has at most, so that nobody has megabytes hashed. */
    public static final int MOST = 256;

    private static final int AT_A_TIME = 2;

    private final Semaphore places = new Semaphore(AT_A_TIME, true);
    private final SecureRandom random;
    private final PasswordHash ofNobody;

    /** With a source of salts. */
    public Passwords(SecureRandom random) {
        this.random = random;
        byte[] salt = salt();
        this.ofNobody = PasswordHash.of(Argon2id.STANDARD, salt, Argon2id.STANDARD.hash("", salt));
    }

    /** What is wrong with a new password, in one sentence; empty where nothing is. */
    public static Optional<String> whyUnfit(String password) {
        int length = password.codePointCount(0, password.length());
        if (length >= LEAST && length <= MOST) {
            return Optional.empty();
        }
        return Optional.of(
                "A password has at least " + LEAST + " and at most " + MOST + " characters, and this one has " + length
                        + ": take several words that have nothing to do with each other.");
    }

    /**
     * What is to be kept of a new password.
     *
     * @throws IllegalArgumentException where it is {@linkplain #whyUnfit unfit}
     */
    public PasswordHash hash(String password) {
        whyUnfit(password).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
        byte[] salt = salt();
        return PasswordHash.of(Argon2id.STANDARD, salt, hash(password, Argon2id.STANDARD, salt));
    }

    /**
     * Whether somebody has this password. Where nobody of that name is known, or they have none, the answer is no after
     * the same time.
     *
     * @param kept what is kept of theirs
     */
    public boolean isRight(String password, Optional<PasswordHash> kept) {
        PasswordHash expected = kept.orElse(ofNobody);
        boolean tooLong = password.length() > 2 * MOST;
        byte[] found = hash(tooLong ? "" : password, expected.cost(), expected.salt());
        boolean same = MessageDigest.isEqual(found, expected.hash());
        return same && kept.isPresent() && !tooLong;
    }

    /** The same letters are the same password, however a keyboard composes them. */
    private byte[] hash(String password, Argon2id cost, byte[] salt) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        places.acquireUninterruptibly();
        try {
            return cost.hash(composed, salt);
        } finally {
            places.release();
        }
    }

    private byte[] salt() {
        byte[] salt = new byte[Argon2id.SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }
}
