package id.tepati.standalone.cli;

import java.net.URI;
import picocli.CommandLine.Option;

/** Where a running Tepati is. */
final class UrlOption {
    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = HttpAddress.class,
            defaultValue = "http://127.0.0.1:7070",
            description = "address of a running Tepati (default: ${DEFAULT-VALUE})")
    URI address = URI.create("http://127.0.0.1:7070");
}
