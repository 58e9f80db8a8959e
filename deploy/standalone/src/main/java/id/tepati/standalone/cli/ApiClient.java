package id.tepati.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a running Tepati. Thread-safe. */
final class ApiClient {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI address;

    ApiClient(URI address) {
        this.address = address;
    }

    /** An answer: its status code and JSON. */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, Object body) {
        try {
            return send(request(path)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                    .build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a request has no JSON form", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(TIMEOUT).header("Accept-Language", "en");
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), read(answer));
        } catch (IOException e) {
            throw new ApiException(
                    "No Tepati answers at " + address
                            + ": start one with `deploy/tepati up`, or name another address with --url.",
                    Exit.UNREACHABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ApiException("Interrupted while waiting for " + address + ".", Exit.UNREACHABLE);
        }
    }

    private JsonNode read(HttpResponse<byte[]> answer) {
        try {
            JsonNode body = json.readTree(answer.body());
            if (body.isObject()) {
                return body;
            }
        } catch (IOException e) {
            throw strange(answer);
        }
        throw strange(answer);
    }

    private ApiException strange(HttpResponse<byte[]> answer) {
        return new ApiException(
                "What answers at " + address + " with status " + answer.statusCode()
                        + " is no Tepati: name another address with --url, or look at what is in between.",
                Exit.UNREACHABLE);
    }
}
