package id.tepati.standalone.cli;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes addresses of servers, with scheme and host. */
final class HttpAddress implements ITypeConverter<URI> {
    @Override
    public URI convert(String text) {
        try {
            URI address = new URI(text);
            if (text.matches("https?://.*") && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw refused(text);
        }
        throw refused(text);
    }

    private static TypeConversionException refused(String text) {
        return new TypeConversionException("'" + text + "' is not an address such as http://127.0.0.1:7070.");
    }
}
