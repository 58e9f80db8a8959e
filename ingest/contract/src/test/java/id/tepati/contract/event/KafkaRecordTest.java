package id.tepati.contract.event;

import static id.tepati.contract.event.Samples.RECEIVED;
import static id.tepati.contract.event.Samples.REGISTER;
import static id.tepati.contract.event.Samples.accepted;
import static id.tepati.contract.event.Samples.rejected;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.rules.event.EventType;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.format.EventFormat;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.kafka.CloudEventSerializer;
import io.cloudevents.rw.CloudEventDataMapper;
import io.cloudevents.types.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Records as the CloudEvents SDK writes them, and some as nobody should. */
final class KafkaRecordTest {
    private static final String DATA =
            "{\"unit\":\"kel-melati\",\"service\":\"ktp-el\",\"case\":\"42\",\"ticket\":\"A-1\"}";

    private final EventReader reader = new EventReader();
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void readsBothModesOfTheSdkAlike() {
        var binaryHeaders = new RecordHeaders();
        byte[] binary = serialize(binaryHeaders, Map.of(CloudEventSerializer.ENCODING_CONFIG, Encoding.BINARY));
        byte[] structured = serialize(
                headers,
                Map.of(
                        CloudEventSerializer.ENCODING_CONFIG,
                        Encoding.STRUCTURED,
                        CloudEventSerializer.EVENT_FORMAT_CONFIG,
                        new JsonFormat()));

        IncomingEvent fromBinary = accepted(reader.readRecord(binaryHeaders, binary, REGISTER, RECEIVED));
        IncomingEvent fromStructured = accepted(reader.readRecord(headers, structured, REGISTER, RECEIVED));

        assertThat(new String(binary, UTF_8)).isEqualTo(DATA);
        assertThat(fromBinary).isEqualTo(fromStructured);
        assertThat(fromBinary.event().sequence().value()).isEqualTo("12");
    }

    @Test
    void readsStructuredJsonWithoutAnyHeader() {
        byte[] json = new EventWriter().write(Samples.event(EventType.SOURCE_HEARTBEAT, Map.of()));

        assertThat(reader.readRecord(headers, json, REGISTER, RECEIVED)).isInstanceOf(Checked.Accepted.class);
    }

    @Test
    void refusesATombstone() {
        assertThat(rejected(reader.readRecord(headers, null, REGISTER, RECEIVED))
                        .code())
                .isEqualTo(RejectCode.MALFORMED);
    }

    @Test
    void refusesOtherFormats() {
        headers.add("content-type", "application/cloudevents+avro".getBytes(UTF_8));
        assertThat(rejected(reader.readRecord(headers, DATA.getBytes(UTF_8), REGISTER, RECEIVED))
                        .pointer())
                .isEqualTo("/datacontenttype");

        headers.remove("content-type");
        headers.add("content-type", "application/xml".getBytes(UTF_8)).add("ce_specversion", "1.0".getBytes(UTF_8));
        assertThat(rejected(reader.readRecord(headers, DATA.getBytes(UTF_8), REGISTER, RECEIVED))
                        .pointer())
                .isEqualTo("/datacontenttype");
    }

    @Test
    void namesTheHeaderThatIsMissingOrBroken() {
        headers.add("ce_specversion", "1.0".getBytes(UTF_8)).add("ce_id", null);
        assertThat(rejected(reader.readRecord(headers, DATA.getBytes(UTF_8), REGISTER, RECEIVED)))
                .isEqualTo(new Rejection(RejectCode.MISSING_FIELD, "/id", "Add the field id."));

        headers.add("ce_id", new byte[] {(byte) 0xC3, 0x28});
        assertThat(rejected(reader.readRecord(headers, DATA.getBytes(UTF_8), REGISTER, RECEIVED))
                        .cure())
                .contains("ce_id", "UTF-8");
    }

    private byte[] serialize(RecordHeaders to, Map<String, ?> configuration) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("e-1")
                .withSource(URI.create("urn:loket:kel-melati"))
                .withType("id.tepati.application.submitted.v1")
                .withTime(OffsetDateTime.parse("2026-01-12T09:30:00+07:00"))
                .withExtension("sequence", "12")
                .withData("application/json", DATA.getBytes(UTF_8))
                .build();
        try (var serializer = new CloudEventSerializer()) {
            serializer.configure(configuration, false);
            return serializer.serialize("topic", to, event);
        }
    }

    /** The JSON format of CloudEvents, which the SDK has in a part of its own that this build does not use. */
    private static final class JsonFormat implements EventFormat {
        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public byte[] serialize(CloudEvent event) {
            Map<String, Object> members = new LinkedHashMap<>();
            event.getAttributeNames().forEach(name -> members.put(name, text(event.getAttribute(name))));
            event.getExtensionNames().forEach(name -> members.put(name, event.getExtension(name)));
            try {
                members.put("data", JSON.readTree(event.getData().toBytes()));
                return JSON.writeValueAsBytes(members);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String text(Object attribute) {
            return attribute instanceof OffsetDateTime time ? Time.writeTime(time) : attribute.toString();
        }

        @Override
        public CloudEvent deserialize(byte[] bytes, CloudEventDataMapper<? extends CloudEventData> mapper) {
            throw new UnsupportedOperationException("this test only writes");
        }

        @Override
        public Set<String> deserializableContentTypes() {
            return Set.of();
        }

        @Override
        public String serializedContentType() {
            return "application/cloudevents+json";
        }
    }
}
