package id.tepati.standalone.cli;

import id.tepati.client.Credentials;
import id.tepati.client.RetryPolicy;
import id.tepati.client.ServerAddress;
import id.tepati.client.TepatiClient;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a running Tepati is. */
final class UrlOption {
    @Option(
            names = "--url",
            paramLabel = "URL",
            converter = ServerAddressConverter.class,
            defaultValue = "http://127.0.0.1:7070",
            description = "address of a running Tepati (default: ${DEFAULT-VALUE})")
    ServerAddress address = new ServerAddress(URI.create("http://127.0.0.1:7070"));

    /** Has this process trust one more authority, whoever in it asks a server. */
    @Option(
            names = "--ca-cert",
            paramLabel = "FILE",
            converter = AuthorityConverter.class,
            defaultValue = "${env:TEPATI_CA}",
            description = {
                "PEM with the authority that vouches for the certificate of an https address",
                "(default: TEPATI_CA in the environment; those that Java knows are trusted as well)"
            })
    void trust(@Nullable SSLContext trusting) {
        if (trusting != null) {
            SSLContext.setDefault(trusting);
        }
    }

    /** A client for somebody at a console, who is told at once what is the matter. */
    TepatiClient client() {
        return client(address);
    }

    /** One for a server at another address. */
    static TepatiClient client(ServerAddress address) {
        return new TepatiClient(address, RetryPolicy.ONCE, Credentials.of(System.getenv()));
    }
}
