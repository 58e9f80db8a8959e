package id.tepati.rules.oracle;

import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generates what is received about a case: many events close to each other and to whatever they can collide with. */
public final class Histories {
    private static final List<EventType> APPLICATION = types("application.");
    private static final List<EventType> COMPLAINT = types("complaint.");
    private static final long[] JITTERS = {0, 0, 0, 1, -1, 1_000_000, 2_232_345_678L, -1_800_000_000L};
    private static final List<String> SEQUENCES = List.of("", "", "1", "2", "10", "02", "b");
    private static final List<String> OUTCOMES = List.of("resolved", "rejected", "withdrawn", "duplicate");

    /** A draft of an event: numbers that are turned into an event once the world and the earlier events are known. */
    private record Draft(int what, int type, int anchor, int jitter, int detail, int other) {}

    private record Drafts(World world, int family, List<Draft> events, List<Draft> moments, int turn) {}

    private Histories() {}

    /** Histories of up to so many records. */
    public static Arbitrary<History> ofUpTo(int records) {
        return Combinators.combine(
                        Worlds.any(),
                        Arbitraries.integers().between(0, 4),
                        drafts().list().ofMinSize(1).ofMaxSize(records),
                        drafts().list().ofSize(3),
                        Arbitraries.integers().between(0, 1000))
                .as(Drafts::new)
                .map(Histories::history);
    }

    private static Arbitrary<Draft> drafts() {
        Arbitrary<Integer> number = Arbitraries.integers().between(0, 999);
        return Combinators.combine(number, number, number, number, number, number)
                .as(Draft::new);
    }

    private static History history(Drafts drafts) {
        World world = drafts.world;
        List<CaseEvent> events = new ArrayList<>();
        for (Draft draft : drafts.events) {
            events.add(event(drafts, draft, events));
        }
        List<Instant> moments = new ArrayList<>();
        drafts.moments.forEach(draft -> moments.add(instant(world, draft, events)));
        return new History(world, arrived(events, drafts.turn), moments);
    }

    static List<CaseEvent> arrived(List<CaseEvent> events, int turn) {
        List<CaseEvent> arrived = new ArrayList<>(events);
        java.util.Collections.shuffle(arrived, new java.util.Random(turn));
        return turn % 3 == 0 ? events : arrived;
    }

    private static CaseEvent event(Drafts drafts, Draft draft, List<CaseEvent> earlier) {
        String name = "e" + earlier.size();
        CaseEvent other = earlier.isEmpty() ? null : earlier.get(draft.other % earlier.size());
        Sequence sequence = new Sequence(SEQUENCES.get(draft.detail % SEQUENCES.size()));
        if (other != null && draft.what % 20 == 0) {
            return new CaseEvent(
                    other.type(),
                    other.time(),
                    other.identity(),
                    sequence,
                    other.content(),
                    other.service(),
                    other.details());
        }
        EventIdentity identity = other != null && draft.what % 20 == 1
                ? other.identity()
                : new EventIdentity("src" + draft.detail % 2, digest(name));
        EventType type = other != null && draft.what % 20 == 2 ? EventType.EVENT_VOIDED : type(drafts, draft, earlier);
        Instant time = instant(drafts.world, draft, earlier);
        Details details = new Details(details(drafts.world, type, draft, time, other));
        return new CaseEvent(
                type,
                time,
                identity,
                draft.what % 20 == 1 ? sequence : Sequence.NONE,
                digest(type + "|" + time + "|" + details.values()),
                type == EventType.EVENT_VOIDED
                        ? null
                        : drafts.world.serviceIds().get(drafts.family == 4 ? 1 : 0),
                details);
    }

    /** Mostly one family; the first event of a history mostly opens it. */
    private static EventType type(Drafts drafts, Draft draft, List<CaseEvent> earlier) {
        boolean application = drafts.family < 2 || (drafts.family == 2 && draft.detail % 2 == 0) || drafts.family == 4;
        List<EventType> types = application ? APPLICATION : COMPLAINT;
        if (earlier.isEmpty() && draft.what % 10 > 0) {
            return types.get(0);
        }
        if (earlier.size() == 1 && application && draft.what % 10 > 3) {
            return EventType.APPLICATION_ACCEPTED;
        }
        return types.get(draft.type % types.size());
    }

    private static Instant instant(World world, Draft draft, List<CaseEvent> earlier) {
        long jitter = JITTERS[draft.jitter % JITTERS.length];
        if (!earlier.isEmpty() && draft.jitter % 7 < 2) {
            CaseEvent last = earlier.get(earlier.size() - 1 - draft.other % Math.min(3, earlier.size()));
            return last.time().plus(jitter, ChronoUnit.MICROS);
        }
        if (!earlier.isEmpty() && draft.jitter % 7 < 4) {
            Instant due = due(world, draft, earlier);
            if (due != null) {
                return due.plus(jitter, ChronoUnit.MICROS);
            }
        }
        List<Instant> anchors = world.anchors();
        int near = Math.min(anchors.size() - 1, 9 * earlier.size() / 2 + draft.anchor % 40);
        return anchors.get(draft.anchor % 5 == 0 ? draft.anchor % anchors.size() : near)
                .plus(jitter, ChronoUnit.MICROS);
    }

    private static Instant due(World world, Draft draft, List<CaseEvent> earlier) {
        Instant last = world.anchors().get(world.anchors().size() - 1);
        List<Instant> dues = world.oracle().judge(world.unit(), earlier, last).stream()
                .map(OracleCycle::due)
                .filter(Objects::nonNull)
                .toList();
        return dues.isEmpty() ? null : dues.get(draft.anchor % dues.size());
    }

    private static Map<Field, String> details(World world, EventType type, Draft draft, Instant time, CaseEvent other) {
        Map<Field, String> details = new EnumMap<>(Field.class);
        switch (type) {
            case APPLICATION_SUBMITTED, APPLICATION_ACCEPTED, COMPLAINT_RECEIVED -> {
                Instant promised = time.plus(draft.detail % 9 * 13L - 5, ChronoUnit.HOURS);
                if (draft.other % 3 == 0) {
                    details.put(Field.PROMISED_AT, promised.toString());
                } else if (draft.other % 3 == 1) {
                    details.put(
                            Field.PROMISED_AT,
                            promised.atZone(world.zone()).toLocalDate().toString());
                }
            }
            case COMPLAINT_RESPONDED -> details.put(Field.FINAL, draft.detail % 2 == 0 ? "true" : "false");
            case COMPLAINT_CLOSED -> details.put(Field.OUTCOME, OUTCOMES.get(draft.detail % OUTCOMES.size()));
            case EVENT_VOIDED -> {
                details.put(Field.VOIDS_SOURCE, other.identity().source());
                details.put(Field.VOIDS_ID, other.identity().id().toString());
            }
            default -> {}
        }
        return details;
    }

    /** The first 16 bytes of the SHA-256 of a text. */
    public static Digest digest(String text) {
        try {
            return Digest.ofBytes(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<EventType> types(String prefix) {
        return java.util.Arrays.stream(EventType.values())
                .filter(type -> type.shortName().startsWith(prefix))
                .toList();
    }
}
