package id.tepati.standalone;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * npm's certified provider of OpenID Connect, run by Node.js, which lets in whoever gives the name of one of its people. It is
 * had from npm once, into the build's output; where that cannot be, the tests are skipped.
 */
public final class RealProvider implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Tool NPM = new Tool(List.of("npm"));
    private static final Path INSTALLED = Path.of("target", "oidc-provider").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "provider.js");
    private static final String CLIENT = "tepati";

    private final Process process;
    private final int port;
    private final String tepati;

    private RealProvider(Process process, int port, String tepati) {
        this.process = process;
        this.port = port;
        this.tepati = tepati;
    }

    /**
     * Starts one that knows Tepati at an address.
     *
     * @param folder for what it writes
     * @param tepati where browsers reach it, without a slash at the end
     * @param secret of the client; empty for a client that has none
     * @param people what it tells of whom
     */
    public static RealProvider start(Path folder, String tepati, String secret, Map<String, Map<String, Object>> people)
            throws IOException, InterruptedException {
        assumeTrue(Tool.NODE.isThere() && NPM.isThere(), "node or npm (Node.js) is missing");
        assumeTrue(install(), "npm's oidc-provider cannot be had");
        int port = Tool.freePort();
        Path settings = folder.resolve("provider.json");
        new ObjectMapper()
                .writeValue(
                        settings.toFile(),
                        Map.of(
                                "port", port,
                                "client", CLIENT,
                                "secret", secret,
                                "returnAddress", tepati + "/masuk/oidc/kembali",
                                "people", people));
        Path output = folder.resolve("provider.log");
        Process process = Tool.NODE
                .prepare(INSTALLED, output, List.of("provider.js", settings.toString()))
                .start();
        RealProvider provider = new RealProvider(process, port, tepati);
        await("provider")
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || Files.readString(output).contains("ready"));
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(output));
        }
        return provider;
    }

    private static boolean install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        for (String file : FILES) {
            try (InputStream from =
                    Objects.requireNonNull(RealProvider.class.getResourceAsStream("oidc/" + file), file)) {
                Files.copy(from, INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))
                || NPM.run(INSTALLED, List.of("ci", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund"))
                                .exit()
                        == 0;
    }

    /** Writes the file by which Tepati signs people in here; what is read of the secret is in a file of that name. */
    public Path configure(Path file, String... more) throws IOException {
        String text = String.join(
                "\n",
                "issuer: http://localhost:" + port,
                "publicUrl: " + tepati,
                "clientId: " + CLIENT,
                "name: Akun Kota",
                String.join("\n", more),
                "roles:",
                "  - {value: camat-anggrek, grant: \"viewer:kec-anggrek\"}",
                "");
        return Files.writeString(file, text);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
