package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BodyFormTest {
    @ParameterizedTest
    @CsvSource({
        "application/cloudevents+json, SINGLE",
        "Application/CloudEvents+JSON; charset=UTF-8, SINGLE",
        "application/cloudevents-batch+json;charset=\"utf-8\", BATCH",
        "application/x-ndjson ; profile=x, LINES",
        "application/json, SINGLE_OR_BATCH"
    })
    void isNamedByTheContentType(String contentType, BodyForm form) {
        assertThat(BodyForm.of(contentType)).contains(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/plain",
                "application/xml",
                "application/jsonp",
                "application/cloudevents",
                "application/cloudevents+avro",
                "application/json; charset=iso-8859-1",
                "application/cloudevents+json;charset=utf-16"
            })
    void isNotOfferedForAnythingElse(String contentType) {
        assertThat(BodyForm.of(contentType)).isEmpty();
    }

    @Test
    void isNotGuessed() {
        assertThat(BodyForm.of(null)).isEmpty();
    }
}
