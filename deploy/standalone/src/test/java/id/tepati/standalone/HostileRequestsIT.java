package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.standalone.RealJar.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that no client of ours sends, over plain sockets: none ends in an error of the server, and none lets in. */
class HostileRequestsIT {
    /** A long run has a hundred thousand. */
    private static final int REQUESTS = Boolean.getBoolean("tepati.long") ? 100_000 : 2_000;

    private static final int TIMEOUT_MILLIS = 20_000;
    private static final List<String> METHODS = List.of(
            "GET", "GET", "GET", "POST", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY", "get",
            "G T");
    private static final List<String> PATHS = List.of(
            "/",
            "/api/v1/overview",
            "/api/v1/units",
            "/api/v1/cases",
            "/api/v1/cases/kel-melati/A-1",
            "/api/v1/compliance.csv",
            "/api/v1/live",
            "/api/v1/status",
            "/api/v1/changes",
            "/api/v1/events",
            "/api/v1/catalog",
            "/api/v1/dead-letters/replay",
            "/api/v1/me",
            "/api/v1/session",
            "/api/v1/sessions",
            "/metrics",
            "/readyz",
            "/openapi.json",
            "/assets/app.js",
            "/unit/kel-melati");
    private static final List<Function<String, String>> TWISTS = List.of(
            path -> path,
            path -> path + "?unit=kel-melati&subtree=true",
            path -> path + "?unit=%00%0d%0aSet-Cookie:%20tepati-session=a",
            path -> path + "?limit=-1&cursor=%ff%fe",
            path -> path + "?before=99999999999999999999",
            path -> path + "?" + "a=b&".repeat(500),
            path -> path + "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            path -> "/.." + path,
            path -> path + "/../../../etc/passwd",
            path -> path + ";jsessionid=1",
            path -> path + "/%c0%ae%c0%ae/",
            path -> path + "%",
            path -> path + "%zz",
            path -> path.replace("/", "//"),
            path -> path.replace("/", "\\"),
            path -> path + "\u0000",
            path -> "http://lain.example" + path,
            path -> path.toUpperCase(Locale.ROOT),
            path -> path + "/" + "x".repeat(9_000));

    @TempDir
    Path folder;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int closedUnanswered;

    @Test
    void endInNoErrorOfTheServerAndLetNobodyIn() throws Exception {
        try (RealJar server = RealJar.start(folder, "up", "--data", "data", "--port", "0")) {
            URI address = URI.create(server.awaitReady());
            Files.writeString(folder.resolve("password"), "lima kuda di sawah");
            Ended added = RealJar.run(
                    folder,
                    "users",
                    "add",
                    "lurah",
                    "--grant",
                    "viewer:kel-melati",
                    "--password-file",
                    "password",
                    "--data",
                    "data",
                    "--why",
                    "uji");
            assertThat(added.exit()).as(added.output()).isZero();
            Random random = new Random(13);
            for (int number = 0; number < REQUESTS; number++) {
                send(address, request(random, address));
            }
            Api api = new Api(address.toString());
            System.out.printf(
                    "%,d hostile requests answered by status %s, %,d by closing%n",
                    REQUESTS, statuses, closedUnanswered);
            assertThat(statuses.getOrDefault(401, 0)).isPositive();
            assertThat(closedUnanswered).isLessThan(REQUESTS / 10);
            assertThat(api.text("/readyz")).isNotEmpty();
            assertThat(folder.resolve("data/log/tepati.log")).content().doesNotContain(" ERROR ");
        }
    }

    private static byte[] request(Random random, URI address) {
        String path = one(TWISTS, random).apply(one(PATHS, random));
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder();
        head.append(one(METHODS, random)).append(' ').append(path).append(" HTTP/1.1\r\n");
        head.append("Host: ").append(address.getAuthority()).append("\r\nConnection: close\r\n");
        for (int header = random.nextInt(4); header > 0; header--) {
            head.append(header(random)).append("\r\n");
        }
        if (random.nextInt(3) == 0) {
            body.writeBytes(body(random));
            head.append("Content-Type: ").append(contentType(random)).append("\r\n");
            int announced = random.nextInt(8) == 0 ? random.nextInt(100) : body.size();
            head.append("Content-Length: ").append(announced).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(body.toByteArray());
        return whole.toByteArray();
    }

    private static String header(Random random) {
        String hex = Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong());
        return switch (random.nextInt(14)) {
            case 0 -> "Authorization: Bearer tepati_token_" + hex.repeat(3);
            case 1 -> "Authorization: Bearer " + "\u00ff".repeat(random.nextInt(200));
            case 2 -> "Authorization: Basic bHVyYWg6bHVyYWg=";
            case 3 -> "Cookie: tepati-session=tepati_session_" + hex.repeat(4).substring(0, 64);
            case 4 -> "Cookie: tepati-session=\"; tepati-session=" + hex + "; =;;;";
            case 5 -> "Cookie: " + "a=b; ".repeat(random.nextInt(1_000));
            case 6 -> "Accept-Language: " + "id,".repeat(random.nextInt(500)) + ";q=" + hex;
            case 7 -> "Accept: text/csv, " + "*/*;q=0." + hex;
            case 8 -> "Sec-Fetch-Site: " + (random.nextBoolean() ? "cross-site" : hex);
            case 9 -> "Origin: null";
            case 10 -> "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Proto: https\r\nForwarded: for=127.0.0.1";
            case 11 -> "Transfer-Encoding: " + (random.nextBoolean() ? "chunked" : "gzip, chunked");
            case 12 -> "Tepati-Batch: " + "x".repeat(random.nextInt(300));
            default -> "X-" + hex + ": " + "y".repeat(random.nextInt(12_000));
        };
    }

    private static String contentType(Random random) {
        return one(
                List.of(
                        "application/json",
                        "application/cloudevents+json",
                        "application/cloudevents-batch+json",
                        "application/x-ndjson",
                        "text/plain;charset=utf-7",
                        "multipart/form-data; boundary=x",
                        "application/yaml",
                        "\u0000"),
                random);
    }

    private static byte[] body(Random random) {
        byte[] noise = new byte[random.nextInt(3_000)];
        random.nextBytes(noise);
        return switch (random.nextInt(7)) {
            case 0 -> "{\"user\":\"lurah\",\"password\":\"lurah\"}".getBytes(StandardCharsets.UTF_8);
            case 1 ->
                ("{\"user\":\"" + "l".repeat(3_000) + "\",\"password\":\"\\u0000\"}").getBytes(StandardCharsets.UTF_8);
            case 2 -> "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
            case 3 ->
                "{\"specversion\":\"1.0\",\"type\":\"id.tepati.ticket.issued.v1\"}".getBytes(StandardCharsets.UTF_8);
            case 4 -> "{\"user\":1e999,\"password\":[[]]}".getBytes(StandardCharsets.UTF_8);
            case 5 -> "a: &a [*a, *a]\n".getBytes(StandardCharsets.UTF_8);
            default -> noise;
        };
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private void send(URI address, byte[] request) throws IOException {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            String head = head(socket.getInputStream());
            if (head.isEmpty()) {
                closedUnanswered++;
            } else if (head.startsWith("HTTP/")) {
                int status = Integer.parseInt(head.substring(9, 12));
                statuses.merge(status, 1, Integer::sum);
                assertThat(status)
                        .as(new String(request, StandardCharsets.ISO_8859_1))
                        .isLessThan(500);
                assertThat(head.toLowerCase(Locale.ROOT))
                        .as(new String(request, StandardCharsets.ISO_8859_1))
                        .doesNotContain("set-cookie: tepati-session=tepati");
            }
        } catch (SocketException reset) {
            closedUnanswered++;
        }
    }

    /**
     * All that comes before the first empty line; nothing where the server closes without an answer. What seems to be a
     * request of HTTP/0.9 gets an answer without a head.
     */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (head.toString().endsWith("\r\n\r\n")) {
                break;
            }
        }
        return head.toString();
    }
}
