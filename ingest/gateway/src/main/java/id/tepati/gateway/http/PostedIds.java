package id.tepati.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ids of dead letters that were sent. */
record PostedIds(List<String> ids) {
    private static final ObjectReader READER = new ObjectMapper()
            .reader()
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    PostedIds {
        ids = List.copyOf(ids);
    }

    /** Reads {@code {"ids":[...]}}; empty if the body is anything else. */
    static Optional<PostedIds> of(byte[] body) throws IOException {
        try {
            JsonNode request = READER.readTree(body);
            JsonNode list = request.path("ids");
            if (request.size() != 1
                    || !list.isArray()
                    || list.isEmpty()
                    || list.size() > GatewayLimits.LETTERS_A_REQUEST) {
                return Optional.empty();
            }
            List<String> ids = new ArrayList<>();
            for (JsonNode id : list) {
                if (!id.isTextual()) {
                    return Optional.empty();
                }
                ids.add(id.textValue());
            }
            return Optional.of(new PostedIds(ids));
        } catch (JsonProcessingException noJson) {
            return Optional.empty();
        }
    }
}
