package id.tepati.standalone.cli;

import id.tepati.client.ServerAddress;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes addresses of servers, with scheme and host. */
final class ServerAddressConverter implements ITypeConverter<ServerAddress> {
    @Override
    public ServerAddress convert(String text) {
        return ServerAddress.parse(text)
                .orElseThrow(() ->
                        new TypeConversionException("'" + text + "' is not an address such as http://127.0.0.1:7070."));
    }
}
