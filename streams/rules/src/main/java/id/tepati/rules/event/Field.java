package id.tepati.rules.event;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of an event's {@code data} beside unit, service and case, by their names on the wire. */
public enum Field {
    NUMBER("number"),
    LANE("lane"),
    STAGE("stage"),
    /** A local date; events of tickets bear it once they are checked, see {@link CaseEvent#serviceDay}. */
    SERVICE_DAY("serviceDay"),
    APPOINTMENT("appointment"),
    PRIORITY("priority"),
    COUNTER("counter"),
    TO_SERVICE("toService"),
    TO_LANE("toLane"),
    PROMISED_AT("promisedAt"),
    TICKET("ticket"),
    MISSING("missing"),
    UNTIL("until"),
    EXTRA_AMOUNT("extra.amount"),
    EXTRA_UNIT("extra.unit"),
    REASON("reason"),
    OUTCOME("outcome"),
    CLASS("class"),
    CHANNEL("channel"),
    VIA("via"),
    ANONYMOUS("anonymous"),
    CONFIDENTIAL("confidential"),
    ABOUT("about"),
    TO_UNIT("toUnit"),
    TO_CASE("toCase"),
    FINAL("final"),
    VOIDS_SOURCE("voids.source"),
    VOIDS_ID("voids.id");

    private static final Map<String, Field> BY_WIRE_NAME =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Field::wireName, Function.identity()));

    private final String wireName;

    Field(String wireName) {
        this.wireName = wireName;
    }

    /** Its name in {@code data}; a dot stands for a member of an object. */
    public String wireName() {
        return wireName;
    }

    /** The field with the given name. */
    public static Optional<Field> ofWireName(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }
}
