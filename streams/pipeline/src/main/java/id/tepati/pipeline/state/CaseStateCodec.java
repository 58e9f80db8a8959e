package id.tepati.pipeline.state;

import id.tepati.rules.ServiceId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Cases as bytes. The first number is the version of the form; every version ever written can be read. */
public final class CaseStateCodec {
    private static final int VERSION = 4;
    private static final int WITH_BUCKETS_AS_TEXT = 2;

    private static final int DAY = 0;
    private static final int FIVE_MINUTES = 1;

    private CaseStateCodec() {}

    /** The bytes of a case; equal cases give equal bytes. */
    public static byte[] write(CaseState state) {
        ByteWriter out = new ByteWriter().number(VERSION).instant(state.asOf());
        out.instant(state.timer() == null ? Instant.MIN : state.timer());
        List<CaseEvent> events = state.file().events();
        out.number(events.size());
        for (CaseEvent event : events) {
            write(out, event);
            write(out, state.originOf(event));
        }
        Map<Slot, Tally> parts = state.contribution().parts();
        out.number(parts.size());
        parts.forEach((slot, tally) -> {
            write(out, slot);
            TallyCodec.writeBody(out, tally);
        });
        return out.bytes();
    }

    /**
     * Reads what {@link #write} wrote in this or an earlier release.
     *
     * @throws IllegalStateException where a later release wrote it
     */
    public static CaseState read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int version = in.count();
        StateVersions.require(version, VERSION, "case");
        Instant asOf = in.instant();
        Instant timer = in.instant();
        List<CaseEvent> events = new ArrayList<>();
        Map<EventIdentity, Origin> origins = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            CaseEvent event = readEvent(in);
            events.add(event);
            origins.put(event.identity(), readOrigin(in));
        }
        TreeMap<Slot, Tally> parts = new TreeMap<>();
        for (int left = in.count(); left > 0; left--) {
            parts.put(readSlot(in, version), TallyCodec.readBody(in, tallyVersion(version)));
        }
        return new CaseState(
                CaseFile.of(events), origins, new Contribution(parts), asOf, timer.equals(Instant.MIN) ? null : timer);
    }

    /** In which form a case of a form has its tallies. */
    private static int tallyVersion(int version) {
        return version <= WITH_BUCKETS_AS_TEXT ? version : version - 1;
    }

    private static void write(ByteWriter out, CaseEvent event) {
        ServiceId service = event.service();
        out.number(EventCodes.code(EventCodes.TYPES, event.type()))
                .instant(event.time())
                .text(event.identity().source())
                .digest(event.identity().id())
                .text(event.sequence().value())
                .digest(event.content())
                .text(service == null ? "" : service.value())
                .number(event.details().values().size());
        event.details()
                .values()
                .forEach((field, text) ->
                        out.number(EventCodes.code(EventCodes.FIELDS, field)).text(text));
    }

    private static CaseEvent readEvent(ByteReader in) {
        EventType type = EventCodes.TYPES.get(in.count());
        Instant time = in.instant();
        EventIdentity identity = new EventIdentity(in.text(), in.digest());
        String sequence = in.text();
        var content = in.digest();
        String service = in.text();
        Map<Field, String> values = new EnumMap<>(Field.class);
        for (int left = in.count(); left > 0; left--) {
            values.put(EventCodes.FIELDS.get(in.count()), in.text());
        }
        return new CaseEvent(
                type,
                time,
                identity,
                sequence.isEmpty() ? Sequence.NONE : new Sequence(sequence),
                content,
                service.isEmpty() ? null : new ServiceId(service),
                values.isEmpty() ? Details.NONE : new Details(values));
    }

    private static void write(ByteWriter out, Origin origin) {
        out.text(origin.topic())
                .number(origin.partition())
                .number(origin.offset())
                .number(origin.timestamp());
    }

    private static Origin readOrigin(ByteReader in) {
        return new Origin(in.text(), in.count(), in.number(), in.number());
    }

    private static void write(ByteWriter out, Slot slot) {
        out.text(slot.service().value()).text(slot.promise().value());
        slot.bucket()
                .either(
                        day -> out.number(DAY).number(day.toEpochDay()),
                        start -> out.number(FIVE_MINUTES).number(start.getEpochSecond()));
    }

    private static Slot readSlot(ByteReader in, int version) {
        ServiceId service = new ServiceId(in.text());
        PromiseName promise = new PromiseName(in.text());
        return new Slot(service, promise, version <= WITH_BUCKETS_AS_TEXT ? Bucket.parse(in.text()) : readBucket(in));
    }

    private static Bucket readBucket(ByteReader in) {
        return in.count() == DAY
                ? new Bucket.Day(LocalDate.ofEpochDay(in.number()))
                : new Bucket.FiveMinutes(Instant.ofEpochSecond(in.number()));
    }
}
