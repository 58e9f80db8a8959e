package id.tepati.contract.output;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import id.tepati.rules.UnitId;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The one way in which records become JSON: absent values left out, instants as ISO 8601 in UTC. */
public final class OutputJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .addModule(text(Instant.class, InstantText::parse))
            .addModule(text(LocalDate.class, LocalDate::parse))
            .addModule(text(UnitId.class, UnitId::new))
            .build();

    private OutputJson() {}

    /** Writes rows of one class to JSON in UTF-8 and back; prepared once, because it is on the hot path. */
    public record Codec<T>(String name, ObjectWriter writer, ObjectReader reader) {
        static <T> Codec<T> of(Class<T> type) {
            return of(type, List.of());
        }

        /** For rows with values of other types too, each of which {@link #text} makes a text. */
        public static <T> Codec<T> of(Class<T> type, List<SimpleModule> texts) {
            JsonMapper mapper = MAPPER.rebuild().addModules(texts).build();
            return new Codec<>(type.getSimpleName(), mapper.writerFor(type), mapper.readerFor(type));
        }

        /** The row as JSON. */
        public byte[] write(T row) {
            try {
                return writer.writeValueAsBytes(row);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A row could not be written as JSON, which is a defect: report it.", e);
            }
        }

        /**
         * The row that the JSON describes.
         *
         * @throws IllegalArgumentException if it describes none
         */
        public T read(byte[] json) {
            try {
                return reader.readValue(json);
            } catch (IOException e) {
                throw new IllegalArgumentException("Not a " + name + ": check who else writes to its topic.", e);
            }
        }
    }

    /** Reads a count that earlier rows of the same form do not have. */
    static final class AbsentIsZero extends StdDeserializer<Long> {
        private static final long serialVersionUID = 1L;

        AbsentIsZero() {
            super(long.class);
        }

        @Override
        public Long deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return json.getLongValue();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return 0L;
        }
    }

    /**
     * How values of a type are written: as what their {@code toString} gives.
     *
     * @param parse reads that again
     */
    public static <T> SimpleModule text(Class<T> type, Function<String, T> parse) {
        return new SimpleModule(type.getName())
                .addSerializer(type, ToStringSerializer.instance)
                .addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class FromText<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final transient Function<String, T> parse;

        FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return parse.apply(value);
        }
    }
}
