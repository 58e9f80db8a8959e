package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.broker.testing.TestPostgres;
import id.tepati.standalone.RealJar.Ended;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No secret that a server is given, right or wrong, is told again: on its console, in its log at the level that tells most,
 * in an answer or in a metric.
 */
class SecretsIT {
    private static final String PASSWORD = "kopi-tubruk di teras";
    private static final String WRONG_PASSWORD = "kopi-susu di dapur";
    private static final String SHORT_PASSWORD = "teh-pahit";
    private static final String WRONG_KAFKA = "sandi-salah-91b2";
    private static final String WRONG_DATABASE = "sandi-basisdata-55e0";

    @TempDir
    static Path folder;

    private static final Map<String, String> SECRETS = new TreeMap<>();
    private static final List<String> TOLD = new ArrayList<>();
    private static final TestAuthority AUTHORITY = new TestAuthority();

    private static SecuredKafka kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = new SecuredKafka(folder);
        SECRETS.put("a password", PASSWORD);
        SECRETS.put("a wrong password", WRONG_PASSWORD);
        SECRETS.put("a password that is too short", SHORT_PASSWORD);
        SECRETS.put("the password for Kafka", SecuredKafka.PASSWORD);
        SECRETS.put("a wrong password for Kafka", WRONG_KAFKA);
        SECRETS.put("a wrong password for the database", WRONG_DATABASE);
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static Ended run(String... line) {
        return RealJar.run(folder, line);
    }

    private static void assertRefused(String... line) {
        Ended ended = run(line);
        assertThat(ended.exit()).as(ended.output()).isNotZero();
        TOLD.add(ended.output());
    }

    private static String[] up(Path kafkaConfig, Path key, String... more) {
        List<String> line = new ArrayList<>(List.of("up", "--port", "0", "--data", "data", "--log-level", "debug"));
        line.addAll(List.of("--kafka", kafka.scram(), "--kafka-config", kafkaConfig.toString()));
        line.addAll(List.of("--tls-cert", folder.resolve("server.pem").toString(), "--tls-key", key.toString()));
        line.addAll(List.of(more));
        return line.toArray(String[]::new);
    }

    /** The secret that a command shows once, and one that is as good as it looks but not it. */
    private static String shown(String name, String... line) throws IOException {
        List<String> all = new ArrayList<>(List.of(line));
        all.addAll(access());
        Ended ended = run(all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isZero();
        String secret = ended.output()
                .lines()
                .filter(text -> text.startsWith("tepati_"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(ended.output()));
        SECRETS.put(name, secret);
        return secret;
    }

    private static List<String> access() throws IOException {
        return List.of(
                "--kafka",
                kafka.scram(),
                "--kafka-config",
                kafka.scramConfig(SecuredKafka.PASSWORD).toString(),
                "--why",
                "Uji coba");
    }

    private static String[] addUser(Path passwordFile) throws IOException {
        List<String> line = new ArrayList<>(
                List.of("users", "add", "budi", "--grant", "operator", "--password-file", passwordFile.toString()));
        line.addAll(access());
        return line.toArray(String[]::new);
    }

    @Test
    void isToldNowhere() throws Exception {
        TestAuthority.Issued own = AUTHORITY.issue("kantor");
        own.write(folder.resolve("server.pem"), folder.resolve("server.key"));
        Path otherKey = file("other.key", AUTHORITY.issue("lain").keyPem());
        SECRETS.put("the key of the certificate", own.keyPem().lines().toList().get(1));
        SECRETS.put("a key of another certificate", Files.readAllLines(otherKey).get(1));
        Path config = kafka.scramConfig(SecuredKafka.PASSWORD);
        Path key = folder.resolve("server.key");

        assertRefused(up(kafka.scramConfig(WRONG_KAFKA), key));
        assertRefused(up(config, otherKey));
        try (RealJar waiting =
                RealJar.start(folder, up(config, key, database(file("wrong-database", WRONG_DATABASE))))) {
            waiting.awaitPrinted("waits for its database");
            waiting.stop();
            TOLD.add(waiting.printed());
        }
        assertRefused(addUser(file("short", SHORT_PASSWORD)));
        Ended added = run(addUser(file("password", PASSWORD)));
        assertThat(added.exit()).as(added.output()).isZero();
        TOLD.add(added.output());
        String token = shown("a token", "tokens", "add", "uji", "--role", "operator", "--expires", "2199-12-31");
        String producer = shown("a key", "producers", "add", "loket", "--unit", "peran");

        try (RealJar jar = RealJar.start(folder, up(config, key, databaseIfThere()))) {
            ask(jar.awaitReady(), token, producer);
            jar.stop();
            TOLD.add(jar.printed());
        }
        try (Stream<Path> logs = Files.list(folder.resolve("data/log"))) {
            for (Path log : logs.toList()) {
                TOLD.add(Files.readString(log));
            }
        }

        String told = String.join("\n", TOLD);
        for (String expected : List.of("DEBUG", "jvm_memory_used_bytes", "\"code\":\"wrong-password\"")) {
            assertThat(told.contains(expected)).as(expected).isTrue();
        }
        SECRETS.forEach((name, secret) -> assertThat(told.lines().filter(line -> line.contains(secret)))
                .as(name + " is told")
                .isEmpty());
    }

    private static String[] database(Path passwordFile) throws SQLException {
        String url = TestPostgres.isHere()
                ? TestPostgres.shared().url(TestPostgres.shared().createDatabase())
                : "jdbc:postgresql://127.0.0.1:1/tidak_ada";
        return new String[] {
            "--database", url, "--database-user", TestPostgres.USER, "--database-password-file", passwordFile.toString()
        };
    }

    private static String[] databaseIfThere() throws Exception {
        if (!TestPostgres.isHere()) {
            return new String[0];
        }
        String password = TestPostgres.shared().password();
        SECRETS.put("the password for the database", password);
        return database(file("database", password));
    }

    private static void ask(String address, String token, String key) throws Exception {
        HttpClient http =
                HttpClient.newBuilder().sslContext(AUTHORITY.trusting()).build();
        Questions ask = new Questions(http, address);
        String session = ask.send("POST", "/api/v1/session", credentials(PASSWORD), Map.of())
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split("[=;]")[1];
        SECRETS.put("a session", session);
        ask.send("POST", "/api/v1/session", credentials(WRONG_PASSWORD), Map.of());
        ask.send("POST", "/api/v1/session", credentials(PASSWORD).replace("}", ""), Map.of());
        ask.send("GET", "/api/v1/me", "", Map.of("Cookie", "tepati-session=" + session));
        for (String bearer : List.of(token, mistyped(token), key, mistyped(key))) {
            Map<String, String> known = Map.of("Authorization", "Bearer " + bearer);
            ask.send("GET", "/metrics", "", known);
            ask.send("GET", "/api/v1/status", "", known);
            ask.send("GET", "/api/v1/status?token=" + bearer, "", known);
            ask.send("POST", "/api/v1/events", "{\"bukan\":", known);
        }
        SECRETS.put("a mistyped token", mistyped(token));
        SECRETS.put("a mistyped key", mistyped(key));
    }

    private static String credentials(String password) {
        return "{\"user\":\"budi\",\"password\":\"" + password + "\"}";
    }

    private static String mistyped(String secret) {
        return secret.substring(0, secret.length() - 1) + (secret.endsWith("7") ? "8" : "7");
    }

    private record Questions(HttpClient http, String address) {
        /** Remembers all of the answer but the cookie that it sets. */
        HttpHeaders send(String method, String path, String body, Map<String, String> headers) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            TOLD.add(answer.body());
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("Set-Cookie")) {
                    TOLD.add(name + ": " + values);
                }
            });
            return answer.headers();
        }
    }
}
