package id.tepati.pipeline.state;

import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The case and the tally whose bytes are kept as files: never change them, add others for a later version. */
final class Samples {
    private static final ServiceId SERVICE = new ServiceId("ktp-el");
    private static final EventIdentity SUBMISSION = new EventIdentity("loket-1", new Digest(-1L, 7L));
    private static final EventIdentity VOID =
            new EventIdentity("desk", new Digest(0x0123456789abcdefL, Long.MIN_VALUE));

    private Samples() {}

    static Tally tally() {
        return new Tally(
                300,
                1,
                128,
                127,
                63,
                64,
                0,
                Distribution.EMPTY.plus(0).plus(90).plus(86_400),
                Distribution.EMPTY.plus(10_000));
    }

    /** Of the form that counts who was not served. */
    static Tally tallyOfForm2() {
        return new Tally(
                300,
                1,
                128,
                127,
                63,
                44,
                20,
                Distribution.EMPTY.plus(0).plus(90).plus(86_400),
                Distribution.EMPTY.plus(10_000));
    }

    /** What the forms before values were kept tell of a tally. */
    static Tally withoutValues(Tally tally) {
        return new Tally(
                tally.opened(),
                tally.noPromise(),
                tally.onTime(),
                tally.late(),
                tally.lateOpen(),
                tally.cancelled(),
                tally.unserved(),
                withoutValues(tally.duration()),
                withoutValues(tally.used()));
    }

    private static Distribution withoutValues(Distribution distribution) {
        return Distribution.of(distribution.sum(), distribution.buckets());
    }

    /** The same of a case. */
    static CaseState withoutValues(CaseState state) {
        TreeMap<Slot, Tally> parts = new TreeMap<>();
        state.contribution().parts().forEach((slot, tally) -> parts.put(slot, withoutValues(tally)));
        return new CaseState(state.file(), state.origins(), new Contribution(parts), state.asOf(), state.timer());
    }

    static CaseState ticketState() {
        CaseEvent issued = new CaseEvent(
                EventType.TICKET_ISSUED,
                Instant.parse("2026-11-20T01:02:03Z"),
                SUBMISSION,
                Sequence.NONE,
                new Digest(5L, 6L),
                SERVICE,
                new Details(Map.of(
                        Field.NUMBER,
                        "A012",
                        Field.LANE,
                        "kir",
                        Field.STAGE,
                        "poli",
                        Field.SERVICE_DAY,
                        "2026-11-20")));
        TreeMap<Slot, Tally> parts = new TreeMap<>();
        parts.put(
                new Slot(
                        SERVICE,
                        PromiseName.of(ClockKind.WAITING, new Stage("poli")),
                        new Bucket.Day(LocalDate.parse("2026-11-20"))),
                tallyOfForm2());
        return new CaseState(
                CaseFile.of(List.of(issued)),
                Map.of(SUBMISSION, new Origin("tepati.queue.v1", 1, 2, 1_795_136_523_004L)),
                new Contribution(parts),
                Instant.parse("2026-11-20T01:02:04Z"),
                Instant.parse("2026-11-20T17:00:00Z"));
    }

    static CaseState caseState() {
        CaseEvent submitted = new CaseEvent(
                EventType.APPLICATION_SUBMITTED,
                Instant.parse("2026-11-20T01:02:03.000004Z"),
                SUBMISSION,
                new Sequence("12"),
                new Digest(1L, 2L),
                SERVICE,
                new Details(Map.of(Field.PROMISED_AT, "2026-11-27", Field.TICKET, "A-17 é")));
        CaseEvent voided = new CaseEvent(
                EventType.EVENT_VOIDED,
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                VOID,
                Sequence.NONE,
                new Digest(3L, 4L),
                null,
                Details.NONE);
        TreeMap<Slot, Tally> parts = new TreeMap<>();
        PromiseName promise = PromiseName.of(ClockKind.COMPLETION);
        parts.put(new Slot(SERVICE, promise, new Bucket.Day(LocalDate.parse("2026-11-20"))), tally());
        parts.put(new Slot(SERVICE, promise, Bucket.FiveMinutes.of(Instant.parse("2026-11-20T01:02:03Z"))), Tally.ZERO);
        return new CaseState(
                CaseFile.of(List.of(submitted, voided)),
                Map.of(
                        SUBMISSION, new Origin("tepati.applications.v1", 5, 1_234_567, 1_795_136_523_004L),
                        VOID, new Origin("tepati.complaints.v1", 0, 0, 0)),
                new Contribution(parts),
                Instant.parse("2026-11-20T01:02:04Z"),
                Instant.parse("2026-11-27T17:00:00.000001Z"));
    }
}
