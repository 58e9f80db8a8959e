package id.tepati.standalone;

import static org.awaitility.Awaitility.await;

import id.tepati.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A real broker with two ports that ask who comes: one by SCRAM-SHA-512 over TLS, one by a certificate of the client's own.
 * It ends with {@link #close}.
 */
final class SecuredKafka implements AutoCloseable {
    static final String USER = "tepati";
    static final String PASSWORD = "sandi-kafka-7f3a9c";

    private static final int ITERATIONS = 4096;

    private final Path folder;
    private final KafkaRaftServer server;
    private final TestAuthority authority = new TestAuthority();
    private final int open = freePort();
    private final int scram = freePort();
    private final int certificate = freePort();
    private final int controller = freePort();

    SecuredKafka(Path folder) throws Exception {
        this.folder = folder;
        Path log = Files.createDirectories(folder.resolve("broker"));
        format(log);
        Properties properties = new Properties();
        properties.putAll(settings(log));
        server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        addUser();
    }

    private Map<String, String> settings(Path log) {
        TestAuthority.Issued own = authority.issue("kafka");
        Map<String, String> settings = new HashMap<>(EmbeddedBroker.behaviour());
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
        settings.put("controller.listener.names", "CONTROLLER");
        String listeners =
                "OPEN://127.0.0.1:" + open + ",SCRAM://127.0.0.1:" + scram + ",OWN://127.0.0.1:" + certificate;
        settings.put("listeners", listeners + ",CONTROLLER://127.0.0.1:" + controller);
        settings.put("advertised.listeners", listeners);
        settings.put("inter.broker.listener.name", "OPEN");
        settings.put("listener.security.protocol.map", "OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT,SCRAM:SASL_SSL,OWN:SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.scram.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("listener.name.own.ssl.client.auth", "required");
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.certificate.chain", own.certificatePem());
        settings.put("ssl.keystore.key", own.keyPem());
        settings.put("ssl.truststore.type", "PEM");
        settings.put("ssl.truststore.certificates", authority.pem());
        settings.put("log.dirs", log.toString());
        return settings;
    }

    private static void format(Path log) throws Exception {
        new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(log.toString())
                .setDirectories(List.of(log.toString()))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private void addUser() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + open))) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            USER, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), PASSWORD)))
                    .all()
                    .get();
            await().atMost(Duration.ofSeconds(30))
                    .ignoreException(ExecutionException.class)
                    .until(() -> admin.describeUserScramCredentials(List.of(USER))
                                    .users()
                                    .get()
                                    .size()
                            == 1);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port that asks for a name and a password. */
    String scram() {
        return "127.0.0.1:" + scram;
    }

    /** The port that asks for a certificate. */
    String certificate() {
        return "127.0.0.1:" + certificate;
    }

    /** What a client with a password needs. */
    Path scramConfig(String password) throws IOException {
        return config(
                "scram",
                "security.protocol=SASL_SSL",
                "sasl.mechanism=SCRAM-SHA-512",
                "sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + USER
                        + "\" password=\"" + password + "\";");
    }

    /** What a client needs with a certificate that an authority gave it. */
    Path certificateConfig(TestAuthority by) throws IOException {
        TestAuthority.Issued own = by.issue(USER);
        Path both = Files.writeString(folder.resolve("client.pem"), own.keyPem() + own.certificatePem());
        return config("certificate", "security.protocol=SSL", "ssl.keystore.type=PEM", "ssl.keystore.location=" + both);
    }

    TestAuthority authority() {
        return authority;
    }

    private Path config(String name, String... lines) throws IOException {
        Path ca = Files.writeString(folder.resolve("kafka-ca.pem"), authority.pem());
        Path file = Files.writeString(
                Files.createTempFile(folder, name, ".properties"),
                String.join("\n", lines) + "\nssl.truststore.type=PEM\nssl.truststore.location=" + ca + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
