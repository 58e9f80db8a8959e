package id.tepati.contract.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/**
 * How output records are written: fields in the order of declaration, instants and dates as ISO 8601 text, nothing
 * for what is absent. Unknown fields are ignored when reading. Thread-safe.
 */
public final class OutputJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private OutputJson() {}

    /** Writes a record of one class to bytes and back. */
    public record Codec<T>(ObjectWriter writer, ObjectReader reader) {
        /** The codec of a class. */
        public static <T> Codec<T> of(Class<T> type) {
            return new Codec<>(MAPPER.writerFor(type), MAPPER.readerFor(type));
        }

        /** The record as JSON in UTF-8. */
        public byte[] write(T value) {
            try {
                return writer.writeValueAsBytes(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("an output record cannot be written as JSON: " + e.getMessage(), e);
            }
        }

        /**
         * The record that JSON in UTF-8 describes.
         *
         * @throws IllegalArgumentException where it describes none
         */
        public T read(byte[] json) {
            try {
                return reader.readValue(json);
            } catch (IOException e) {
                throw new IllegalArgumentException("not a record that this version reads: " + e.getMessage(), e);
            }
        }
    }
}
