/**
 * HTTPS: {@link id.tepati.standalone.tls.TlsFiles} names a certificate and its key, a {@code PemIdentity} is what they hold,
 * and {@link id.tepati.standalone.tls.ServerCertificate} shows it to whoever connects, and the next one once the files change.
 */
@NullMarked
package id.tepati.standalone.tls;

import org.jspecify.annotations.NullMarked;
