package id.tepati.rules.oracle;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Generates what is received about the queue tickets of a case: most of it on one service day, through a few stages,
 * near to each other, to dues, appointments, publications and ends of service days. Or all on one day in the last stage,
 * where the same number is issued again and again.
 */
public final class TicketHistories {
    private static final List<EventType> ALL = Arrays.stream(EventType.values())
            .filter(type -> type.family() == EventFamily.TICKET)
            .toList();
    /** What happens most. */
    private static final List<EventType> USUAL = List.of(
            EventType.TICKET_ISSUED,
            EventType.TICKET_CALLED,
            EventType.TICKET_CALLED,
            EventType.TICKET_SERVED,
            EventType.TICKET_SERVED,
            EventType.TICKET_PARKED,
            EventType.TICKET_REQUEUED);

    /** What happens where one number is issued again and again. */
    private static final List<EventType> REISSUED = List.of(
            EventType.TICKET_ISSUED,
            EventType.TICKET_ISSUED,
            EventType.TICKET_ISSUED,
            EventType.TICKET_CALLED,
            EventType.TICKET_CALLED,
            EventType.TICKET_CALLED,
            EventType.TICKET_SERVED,
            EventType.TICKET_SERVED,
            EventType.TICKET_NO_SHOW,
            EventType.TICKET_ABANDONED,
            EventType.TICKET_REQUEUED,
            EventType.TICKET_TRANSFERRED,
            EventType.TICKET_CHECKED_IN);

    private static final List<EventType> FIRST = List.of(
            EventType.TICKET_ISSUED,
            EventType.TICKET_ISSUED,
            EventType.TICKET_BOOKED,
            EventType.TICKET_CHECKED_IN,
            EventType.TICKET_CALLED);
    private static final List<Duration> STEPS = List.of(
            Duration.ZERO,
            Duration.ofNanos(1000),
            Duration.ofMinutes(5),
            Duration.ofMinutes(7),
            Duration.ofMinutes(31),
            Duration.ofHours(2),
            Duration.ofSeconds(61).plusNanos(345_000),
            Duration.ofMinutes(-6));
    private static final long[] MICROS = {0, 0, 1, -1};

    /** A draft of an event: numbers that are turned into an event once the world and the earlier events are known. */
    private record Draft(int what, int type, int stage, int when, int much, int day) {}

    private record Drafts(World world, int begin, List<Draft> events, List<Draft> moments, int turn) {}

    private final World world;
    private final boolean reissuing;
    private final LocalDate day;
    private final List<CaseEvent> events = new ArrayList<>();

    private TicketHistories(World world, boolean reissuing, int begin) {
        this.world = world;
        this.reissuing = reissuing;
        this.day = first(world)
                .serviceDayOf(world.anchors().get(0).plus(12, ChronoUnit.HOURS))
                .plusDays(1 + begin % 12);
    }

    /** Histories of up to so many records; in a third of them one number is issued again and again. */
    public static Arbitrary<History> ofUpTo(int records) {
        return Arbitraries.integers().between(0, 2).flatMap(which -> ofUpTo(records, which == 0));
    }

    /** Histories of up to so many records of one number that is issued again and again on one day. */
    public static Arbitrary<History> reissuing(int records) {
        return ofUpTo(records, true);
    }

    private static Arbitrary<History> ofUpTo(int records, boolean reissuing) {
        return Combinators.combine(
                        Worlds.any(),
                        Arbitraries.integers().between(0, 1000),
                        drafts().list()
                                .ofMinSize(reissuing ? Math.min(4, records) : 1)
                                .ofMaxSize(records),
                        drafts().list().ofSize(3),
                        Arbitraries.integers().between(0, 1000))
                .as(Drafts::new)
                .map(drafts -> new TicketHistories(drafts.world, reissuing, drafts.begin).history(drafts));
    }

    private static Arbitrary<Draft> drafts() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 999);
        return Combinators.combine(number, number, number, number, number, number)
                .as(Draft::new);
    }

    private static Unit first(World world) {
        return world.units().get(0).content();
    }

    private History history(Drafts drafts) {
        drafts.events.forEach(draft -> events.add(event(draft)));
        List<Instant> moments =
                drafts.moments.stream().map(this::momentAfterwards).toList();
        return new History(world, Histories.arrived(events, drafts.turn), moments);
    }

    private CaseEvent event(Draft draft) {
        CaseEvent other = events.isEmpty() ? null : events.get(draft.much % events.size());
        boolean another = other != null && draft.what % 25 < 3;
        if (another && draft.what % 25 == 0) {
            return other;
        }
        EventType type = another && draft.what % 25 == 1 ? EventType.EVENT_VOIDED : type(draft);
        EventIdentity identity = another && draft.what % 25 == 2
                ? other.identity()
                : new EventIdentity("src" + draft.day % 2, Histories.digest("t" + events.size()));
        Instant time = instant(draft);
        Details details = new Details(details(type, draft, time, other));
        return new CaseEvent(
                type,
                time,
                identity,
                another ? new Sequence("" + draft.day % 3) : Sequence.NONE,
                Histories.digest(type + "|" + time + "|" + details.values()),
                type == EventType.EVENT_VOIDED ? null : service(draft.what % 13 == 4 ? 1 : 0),
                details);
    }

    private ServiceId service(int which) {
        return world.serviceIds().get(which);
    }

    private EventType type(Draft draft) {
        if (events.isEmpty()) {
            return FIRST.get(draft.type % FIRST.size());
        }
        if (reissuing) {
            return REISSUED.get(draft.type % REISSUED.size());
        }
        return draft.what % 3 == 0 ? ALL.get(draft.type % ALL.size()) : USUAL.get(draft.type % USUAL.size());
    }

    private Instant instant(Draft draft) {
        List<Instant> near = new ArrayList<>();
        if (draft.when % 8 == 1) {
            near.addAll(dues());
        } else if (draft.when % 8 == 2) {
            events.forEach(event -> event.appointment().ifPresent(near::add));
        } else if (draft.when % 40 == 3) {
            near.addAll(world.anchors());
        } else if (draft.when % 40 == 11) {
            near.add(start(day.plusDays(1)));
        }
        if (!near.isEmpty()) {
            return near.get(draft.much % near.size()).plus(MICROS[draft.day % MICROS.length], ChronoUnit.MICROS);
        }
        if (events.isEmpty()) {
            return start(day).plus(draft.much % 48 * 30L - 60, ChronoUnit.MINUTES);
        }
        CaseEvent last = events.get(events.size() - 1 - (draft.when % 5 == 0 ? draft.much % events.size() : 0));
        return last.time().plus(STEPS.get(draft.much % STEPS.size()));
    }

    private Instant start(LocalDate date) {
        return date.atTime(first(world).dayStart()).atZone(world.zone()).toInstant();
    }

    private List<Instant> dues() {
        Instant last = world.anchors().get(world.anchors().size() - 1);
        return world.oracle().judge(world.unit(), events, last).stream()
                .map(OracleCycle::due)
                .filter(Objects::nonNull)
                .toList();
    }

    private Map<Field, String> details(EventType type, Draft draft, Instant time, CaseEvent other) {
        Map<Field, String> details = new EnumMap<>(Field.class);
        if (type == EventType.EVENT_VOIDED) {
            details.put(Field.VOIDS_SOURCE, other.identity().source());
            details.put(Field.VOIDS_ID, other.identity().id().toString());
            return details;
        }
        details.put(Field.SERVICE_DAY, serviceDay(draft, time).toString());
        Stage stage = stage(draft);
        if (!stage.equals(Stage.MAIN)) {
            details.put(Field.STAGE, stage.value());
        }
        boolean named = type == EventType.TICKET_BOOKED || type == EventType.TICKET_ISSUED && draft.much % 6 == 0;
        if (named) {
            details.put(
                    Field.APPOINTMENT,
                    time.plus((draft.when % 9 - 2) * 20L, ChronoUnit.MINUTES).toString());
        }
        if (type == EventType.TICKET_TRANSFERRED && draft.much % 3 == 0) {
            details.put(Field.TO_SERVICE, service(draft.much % 2).value());
        }
        return details;
    }

    private LocalDate serviceDay(Draft draft, Instant time) {
        if (reissuing) {
            return day;
        }
        return switch (draft.day % 12) {
            case 0 -> day.plusDays(1);
            case 1 -> day.minusDays(1);
            case 2, 3, 4 -> first(world).serviceDayOf(time);
            default -> day;
        };
    }

    /** Mostly a stage of the service. */
    private Stage stage(Draft draft) {
        List<Stage> visit = world.services().get(0).content().stages();
        List<Stage> of = visit.isEmpty() ? List.of(Stage.MAIN) : visit;
        if (reissuing && draft.stage % 10 > 0) {
            return of.get(of.size() - 1);
        }
        return draft.stage % 10 == 0
                ? Worlds.STAGES.get(draft.type % Worlds.STAGES.size())
                : of.get(draft.stage % of.size());
    }

    private Instant momentAfterwards(Draft draft) {
        List<Instant> near = Stream.of(
                        events.stream().map(CaseEvent::time).toList(),
                        dues(),
                        List.of(start(day.plusDays(1)), start(day.plusDays(2))),
                        events.stream()
                                .flatMap(event -> event.appointment().stream())
                                .toList())
                .filter(list -> !list.isEmpty() && draft.what % 4 > 0 || list.size() > 2)
                .skip(draft.when % 3)
                .findFirst()
                .orElse(List.of(start(day.plusDays(1))));
        return near.get(draft.much % near.size()).plus(MICROS[draft.day % MICROS.length], ChronoUnit.MICROS);
    }
}
