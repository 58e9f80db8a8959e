package id.tepati.standalone.cli;

import java.nio.file.Path;
import javax.net.ssl.SSLContext;
import nl.altindag.ssl.SSLFactory;
import nl.altindag.ssl.pem.util.PemUtils;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes a file with an authority's certificate, and trusts it beside those that Java knows. */
final class AuthorityConverter implements ITypeConverter<SSLContext> {
    @Override
    public SSLContext convert(String file) {
        try {
            return SSLFactory.builder()
                    .withDefaultTrustMaterial()
                    .withTrustMaterial(PemUtils.loadTrustMaterial(Path.of(file)))
                    .build()
                    .getSslContext();
        } catch (RuntimeException useless) {
            throw new TypeConversionException("'" + file
                    + "' is no PEM file with a certificate that can be read: check its name and its rights.");
        }
    }
}
