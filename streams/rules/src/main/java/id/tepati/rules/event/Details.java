package id.tepati.rules.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an event says beside its type, time, unit, service and case: checked values by field, as canonical text
 * (booleans {@code true}, instants and dates in ISO 8601, instants in UTC).
 */
public record Details(Map<Field, String> values) {
    /** An event that says nothing more. */
    public static final Details NONE = new Details(Map.of());

    private static final int PLAIN_DATE = "2026-11-21".length();
    private static final int DECIMAL = 10;

    /** Takes a copy, ordered by field. */
    public Details {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /** The text of a field. */
    public Optional<String> get(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The same with one more field, or another text in it. */
    public Details with(Field field, String text) {
        EnumMap<Field, String> more = new EnumMap<>(Field.class);
        more.putAll(values);
        more.put(field, text);
        return new Details(more);
    }

    /** Whether a yes-or-no field says yes. */
    public boolean is(Field field) {
        return "true".equals(values.get(field));
    }

    /** The local day that a ticket belongs to, if it says so. */
    Optional<LocalDate> serviceDay() {
        return get(Field.SERVICE_DAY).map(Details::date);
    }

    /** Asked for many times an event: reading the plain form by hand takes a tenth of the time. */
    private static LocalDate date(String text) {
        return text.length() == PLAIN_DATE
                ? LocalDate.of(
                        Integer.parseInt(text, 0, 4, DECIMAL),
                        Integer.parseInt(text, 5, 7, DECIMAL),
                        Integer.parseInt(text, 8, PLAIN_DATE, DECIMAL))
                : LocalDate.parse(text);
    }

    /** When the case itself was promised to be ready, if it says so. */
    public Optional<PromisedAt> promisedAt() {
        return get(Field.PROMISED_AT).map(Details::parsePromise);
    }

    private static PromisedAt parsePromise(String text) {
        return text.indexOf('T') < 0
                ? new PromisedAt.EndOfDay(LocalDate.parse(text))
                : new PromisedAt.At(Instant.parse(text));
    }
}
