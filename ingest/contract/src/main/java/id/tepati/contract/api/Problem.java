package id.tepati.contract.api;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered as asked (RFC 9457), told in one language: a code for machines, a cure for people.
 *
 * @param parameter the query or path parameter that is to blame; null where none is
 * @param more further members, by name
 * @param language in which it is told
 * @param retryAfterSeconds after how many seconds the same request may well be answered; 0 where waiting does not help
 */
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "parameter", "cure"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String title,
        int status,
        String detail,
        String code,
        @Nullable String parameter,
        String cure,
        @JsonAnyGetter Map<String, Object> more,
        @JsonIgnore Language language,
        @JsonIgnore int retryAfterSeconds) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final ObjectWriter JSON = new ObjectMapper().writer();

    /** Takes a copy. */
    public Problem {
        more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /**
     * A problem of a kind, told in the usual words for it.
     *
     * @param parameter the parameter to blame, which fills the first place of the texts; null where none is
     * @param values fill the places after it
     */
    public static Problem of(
            ProblemKind kind, MessageTexts texts, Language language, @Nullable String parameter, Object... values) {
        return worded(kind, kind.code(), texts, language, parameter, values);
    }

    /**
     * A problem that is told in other words than is usual for its kind.
     *
     * @param wording names the texts, which are {@code wording.detail} and {@code wording.cure}
     */
    public static Problem worded(
            ProblemKind kind,
            String wording,
            MessageTexts texts,
            Language language,
            @Nullable String parameter,
            Object... values) {
        Object[] places = new Object[values.length + 1];
        places[0] = parameter == null ? "" : parameter;
        System.arraycopy(values, 0, places, 1, values.length);
        return new Problem(
                texts.text(language, kind.code() + ".title", places),
                kind.status(),
                texts.text(language, wording + ".detail", places),
                kind.code(),
                parameter,
                texts.text(language, wording + ".cure", places),
                Map.of(),
                language,
                kind.retryAfterSeconds());
    }

    /** The same with a cure that is more precise than the usual one. */
    public Problem withCure(String precise) {
        return new Problem(title, status, detail, code, parameter, precise, more, language, retryAfterSeconds);
    }

    /** The same with one more member. */
    public Problem with(String name, Object value) {
        Map<String, Object> members = new LinkedHashMap<>(more);
        members.put(name, value);
        return new Problem(title, status, detail, code, parameter, cure, members, language, retryAfterSeconds);
    }

    /** A URI that names its kind. */
    @JsonProperty("type")
    public String type() {
        return "urn:tepati:problem:" + code;
    }

    /** The headers that go with it, beside the content type. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Language", language.tag());
        headers.put("Vary", "Accept-Language");
        if (retryAfterSeconds > 0) {
            headers.put("Retry-After", Integer.toString(retryAfterSeconds));
        }
        return headers;
    }

    /** Its JSON in UTF-8. */
    public byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem has no JSON form", e);
        }
    }
}
