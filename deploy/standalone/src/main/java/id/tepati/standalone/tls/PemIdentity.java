package id.tepati.standalone.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.X509ExtendedKeyManager;
import nl.altindag.ssl.pem.util.PemUtils;
import nl.altindag.ssl.util.KeyManagerUtils;

/**
 * A server's certificate and the key that belongs to it.
 *
 * @param chain the certificate, then those that vouch for it
 */
record PemIdentity(List<X509Certificate> chain, PrivateKey key) {
    PemIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Reads the files.
     *
     * @throws TlsException where one cannot be read, or they do not belong together
     */
    static PemIdentity read(TlsFiles files) {
        PemIdentity identity = new PemIdentity(
                certificates(files.certificate(), text(files.certificate(), "--tls-cert")),
                key(files.key(), text(files.key(), "--tls-key")));
        if (!identity.belongsTogether()) {
            throw new TlsException(
                    "The key in " + files.key() + " is not that of the first certificate in " + files.certificate()
                            + ": give the two that were made together, the server's certificate first.",
                    null);
        }
        return identity;
    }

    private static String text(Path file, String option) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new TlsException(
                    option + " names " + file
                            + ", which cannot be read: check its name, and that this user may read it.",
                    e);
        }
    }

    private static List<X509Certificate> certificates(Path file, String pem) {
        try {
            return PemUtils.parseCertificate(pem);
        } catch (RuntimeException e) {
            throw new TlsException(
                    file + " holds no certificate: give a PEM file, with -----BEGIN CERTIFICATE----- in it.", e);
        }
    }

    private static PrivateKey key(Path file, String pem) {
        if (pem.contains("ENCRYPTED")) {
            throw new TlsException(
                    "The key in " + file + " is encrypted: write it without a password, by openssl pkey -in " + file
                            + " -out FILE, and let nobody but the server read that.",
                    null);
        }
        try {
            return PemUtils.parsePrivateKey(pem);
        } catch (RuntimeException e) {
            throw new TlsException(
                    file + " holds no private key: give a PEM file, with -----BEGIN PRIVATE KEY----- in it.", e);
        }
    }

    /** What the key signs, the certificate knows. */
    private boolean belongsTogether() {
        byte[] anything = chain.get(0).getSerialNumber().toByteArray();
        try {
            Signature signing = Signature.getInstance(algorithm());
            signing.initSign(key);
            signing.update(anything);
            byte[] signed = signing.sign();
            Signature checking = Signature.getInstance(algorithm());
            checking.initVerify(chain.get(0).getPublicKey());
            checking.update(anything);
            return checking.verify(signed);
        } catch (GeneralSecurityException differentKinds) {
            return false;
        }
    }

    private String algorithm() {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
    }

    Instant until() {
        return chain.get(0).getNotAfter().toInstant();
    }

    X509ExtendedKeyManager keyManager() {
        return KeyManagerUtils.createKeyManager(key, chain.toArray(X509Certificate[]::new));
    }
}
