package id.tepati.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Real HTTP against a running jar. */
public final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    public Api(String address) {
        this.address = address;
    }

    public record Answer(int status, JsonNode body) {}

    public JsonNode get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET()).body();
    }

    public String text(String path) {
        return answer(path).body();
    }

    public int status(String path) {
        return answer(path).statusCode();
    }

    private HttpResponse<String> answer(String path) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, String contentType, String body) {
        return post(path, contentType, body, Map.of());
    }

    public Answer post(String path, String contentType, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", contentType)
                .header("Accept-Language", "en")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** On time, late, of these open, and without a promise. */
    public record Figures(long onTime, long late, long lateOpen, long noPromise) {}

    public Figures figures(String unit, String clock) {
        JsonNode row = get("/api/v1/compliance?subtree=true&unit=" + encoded(unit) + "&clock=" + clock)
                .path("rows")
                .path(0);
        return new Figures(
                row.path("onTime").asLong(),
                row.path("late").asLong(),
                row.path("lateOpen").asLong(),
                row.path("noPromise").asLong());
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), JSON.readTree(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
