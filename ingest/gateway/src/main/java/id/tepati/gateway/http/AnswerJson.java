package id.tepati.gateway.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;

/** Writes answers as JSON, whatever mapper the server that the gateway is added to may use. */
final class AnswerJson {
    private static final ObjectWriter WRITER = new ObjectMapper().writer();

    private AnswerJson() {}

    static byte[] write(Object answer) {
        try {
            return WRITER.writeValueAsBytes(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer could not be written as JSON, which is a defect: report it.", e);
        }
    }
}
