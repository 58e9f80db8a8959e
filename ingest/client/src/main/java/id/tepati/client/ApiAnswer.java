package id.tepati.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * What a server said: its status, and an object of JSON.
 *
 * @param body a missing node where the answer is no object of JSON
 */
public record ApiAnswer(int status, JsonNode body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ApiAnswer of(HttpResponse<byte[]> response) {
        return new ApiAnswer(response.statusCode(), object(response.body()));
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : JSON.missingNode();
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    /** Whether the server did as it was asked to. */
    public boolean isGood() {
        return status / 100 == 2;
    }

    /** Why it did not; empty where it did. */
    public Optional<ServerProblem> problem() {
        return isGood() ? Optional.empty() : ServerProblem.of(body);
    }
}
