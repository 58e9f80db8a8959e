package id.tepati.contract.event;

import static id.tepati.contract.event.DataField.choice;
import static id.tepati.contract.event.DataField.choiceWithItsObject;
import static id.tepati.contract.event.DataField.optional;
import static id.tepati.contract.event.DataField.required;
import static id.tepati.contract.event.DataField.withItsObject;

import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which fields of {@code data} every event type takes: the one place that says so. */
public final class EventTable {
    private static final Map<EventType, List<DataField>> ROWS = Stream.of(EventType.values())
            .collect(Collectors.toMap(
                    type -> type, EventTable::row, (one, other) -> one, () -> new EnumMap<>(EventType.class)));

    private static final Map<EventType, Map<String, Set<String>>> MEMBERS = Stream.of(EventType.values())
            .collect(Collectors.toMap(
                    type -> type, EventTable::membersOf, (one, other) -> one, () -> new EnumMap<>(EventType.class)));

    private EventTable() {}

    /** The fields beside unit, service and case, in the order of the contract. */
    public static List<DataField> fields(EventType type) {
        return Objects.requireNonNull(ROWS.get(type));
    }

    /** Names in {@code data} of which exactly one must be there; empty where the type has no such rule. */
    public static List<String> exactlyOneOf(EventType type) {
        return type == EventType.APPLICATION_EXTENDED ? List.of("until", "extra") : List.of();
    }

    /** Whether the event belongs to a case: all do but heartbeats. */
    public static boolean hasCase(EventType type) {
        return type != EventType.SOURCE_HEARTBEAT;
    }

    /** Whether the event must name its case; a ticket may be known by its number instead. */
    public static boolean needsCase(EventType type) {
        return hasCase(type) && type.family() != EventFamily.TICKET;
    }

    /** Whether the event names a service. */
    public static boolean needsService(EventType type) {
        return type != EventType.SOURCE_HEARTBEAT && type != EventType.EVENT_VOIDED;
    }

    /** The names that a type takes in {@code data}, under the empty name, and in each object there, under its own. */
    static Map<String, Set<String>> members(EventType type) {
        return Objects.requireNonNull(MEMBERS.get(type));
    }

    private static Map<String, Set<String>> membersOf(EventType type) {
        Map<String, Set<String>> members = new HashMap<>();
        Set<String> top = members.computeIfAbsent("", data -> new HashSet<>(Set.of("unit")));
        if (needsService(type)) {
            top.add("service");
        }
        if (hasCase(type)) {
            top.add("case");
        }
        for (DataField field : fields(type)) {
            String object = field.object();
            top.add(object == null ? field.member() : object);
            if (object != null) {
                members.computeIfAbsent(object, first -> new HashSet<>()).add(field.member());
            }
        }
        members.replaceAll((object, names) -> Set.copyOf(names));
        return Map.copyOf(members);
    }

    private static List<DataField> row(EventType type) {
        return switch (type) {
            case TICKET_BOOKED -> ticket(number(false), List.of(required(Field.APPOINTMENT, ValueKind.TIME)));
            case TICKET_ISSUED -> ticket(number(true), issued());
            case TICKET_CALLED, TICKET_RECALLED ->
                ticket(number(false), List.of(optional(Field.COUNTER, ValueKind.LABEL)));
            case TICKET_PARKED -> ticket(number(false), List.of(optional(Field.REASON, ValueKind.CODE)));
            case TICKET_TRANSFERRED ->
                ticket(
                        number(false),
                        List.of(
                                optional(Field.TO_SERVICE, ValueKind.SERVICE),
                                optional(Field.TO_LANE, ValueKind.LABEL)));
            case TICKET_SERVED -> ticket(number(false), List.of(optional(Field.OUTCOME, ValueKind.CODE)));
            case TICKET_CHECKED_IN, TICKET_REQUEUED, TICKET_NO_SHOW, TICKET_ABANDONED ->
                ticket(number(false), List.of());
            case APPLICATION_SUBMITTED ->
                List.of(optional(Field.PROMISED_AT, ValueKind.MOMENT), optional(Field.TICKET, ValueKind.ID_TEXT));
            case APPLICATION_ACCEPTED -> List.of(optional(Field.PROMISED_AT, ValueKind.MOMENT));
            case APPLICATION_RETURNED -> List.of(required(Field.MISSING, ValueKind.CODES));
            case APPLICATION_EXTENDED -> extended();
            case APPLICATION_DECIDED -> List.of(choice(Field.OUTCOME, "granted", "rejected"));
            case APPLICATION_REOPENED -> List.of(optional(Field.REASON, ValueKind.CODE));
            case COMPLAINT_RECEIVED -> received();
            case COMPLAINT_VERIFIED -> List.of(required(Field.CLASS, ValueKind.CODE));
            case COMPLAINT_FORWARDED ->
                List.of(required(Field.TO_UNIT, ValueKind.UNIT), optional(Field.TO_CASE, ValueKind.ID_TEXT));
            case COMPLAINT_RESPONDED -> List.of(optional(Field.FINAL, ValueKind.FLAG));
            case COMPLAINT_CLOSED ->
                List.of(choice(Field.OUTCOME, "resolved", "rejected", "outside-authority", "withdrawn", "duplicate"));
            case EVENT_VOIDED ->
                List.of(
                        required(Field.VOIDS_SOURCE, ValueKind.EVENT_NAME),
                        required(Field.VOIDS_ID, ValueKind.EVENT_NAME),
                        required(Field.REASON, ValueKind.CODE));
            case APPLICATION_RESUBMITTED,
                    APPLICATION_WITHDRAWN,
                    COMPLAINT_AWAITING_COMPLAINANT,
                    COMPLAINT_REPLIED,
                    COMPLAINT_REOPENED,
                    SOURCE_HEARTBEAT -> List.of();
        };
    }

    /** What every event of a ticket takes, around its own fields. */
    private static List<DataField> ticket(DataField number, List<DataField> own) {
        return Stream.of(
                        List.of(number, optional(Field.LANE, ValueKind.LABEL)),
                        own,
                        List.of(optional(Field.STAGE, ValueKind.ID), optional(Field.SERVICE_DAY, ValueKind.DATE)))
                .flatMap(List::stream)
                .toList();
    }

    private static DataField number(boolean needed) {
        return needed ? required(Field.NUMBER, ValueKind.LABEL) : optional(Field.NUMBER, ValueKind.LABEL);
    }

    private static List<DataField> issued() {
        return List.of(
                optional(Field.CHANNEL, ValueKind.CODE),
                optional(Field.PRIORITY, ValueKind.CODE),
                optional(Field.APPOINTMENT, ValueKind.TIME));
    }

    private static List<DataField> extended() {
        return List.of(
                optional(Field.UNTIL, ValueKind.MOMENT),
                withItsObject(Field.EXTRA_AMOUNT, ValueKind.AMOUNT),
                choiceWithItsObject(
                        Field.EXTRA_UNIT,
                        "minutes",
                        "hours",
                        "office-minutes",
                        "office-hours",
                        "working-days",
                        "calendar-days"),
                required(Field.REASON, ValueKind.CODE));
    }

    private static List<DataField> received() {
        return List.of(
                optional(Field.CLASS, ValueKind.CODE),
                optional(Field.CHANNEL, ValueKind.CODE),
                optional(Field.VIA, ValueKind.CODE),
                optional(Field.PROMISED_AT, ValueKind.MOMENT),
                optional(Field.ANONYMOUS, ValueKind.FLAG),
                optional(Field.CONFIDENTIAL, ValueKind.FLAG),
                optional(Field.ABOUT, ValueKind.CODE));
    }
}
