package id.tepati.contract.event;

import id.tepati.rules.CaseId;
import id.tepati.rules.ServiceId;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventFamily;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.TicketNumber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Reads and checks events, the same in gateway and pipeline. Never throws for what an event holds: the answer is a
 * value. Without state, so thread-safe.
 */
public final class EventReader {
    /** How far ahead of its reception an event may be stamped. */
    public static final Duration AHEAD_AT_MOST = Duration.ofMinutes(15);

    private static final String STRUCTURED = "application/cloudevents";
    private static final String STRUCTURED_JSON = "application/cloudevents+json";

    /**
     * Reads an event in structured JSON mode.
     *
     * @param receivedAt when the gateway or the broker (the record's timestamp) received it; the register is asked as
     *     of this instant
     */
    public Checked read(byte[] structuredJson, Register register, Instant receivedAt) {
        RawEvent raw;
        try {
            raw = RawEvent.ofStructured(StrictJson.readObject(structuredJson, ""));
        } catch (Refusal refusal) {
            return new Checked.Rejected(refusal.rejection(), RefusedEventDetails.NOTHING);
        }
        return check(raw, register, receivedAt);
    }

    /**
     * Reads the value of a Kafka record in either mode: binary where the content type is not of CloudEvents and a
     * {@code ce_specversion} header is there, else structured JSON (CloudEvents Kafka binding 1.0.2, section 3).
     *
     * @param receivedAt the record's timestamp
     */
    public Checked readRecord(Headers headers, byte @Nullable [] value, Register register, Instant receivedAt) {
        RawEvent raw;
        try {
            raw = raw(headers, value);
        } catch (Refusal refusal) {
            return new Checked.Rejected(refusal.rejection(), RefusedEventDetails.NOTHING);
        }
        return check(raw, register, receivedAt);
    }

    private static RawEvent raw(Headers headers, byte @Nullable [] value) {
        if (value == null) {
            throw new Refusal(RejectCode.MALFORMED, "", "Send the event as the record's value; it has none.");
        }
        String mediaType = mediaType(headers);
        if (mediaType.startsWith(STRUCTURED)) {
            requireJson(mediaType.equals(STRUCTURED) || mediaType.equals(STRUCTURED_JSON), STRUCTURED_JSON);
        } else if (headers.lastHeader("ce_specversion") != null) {
            boolean json = mediaType.isEmpty() || mediaType.endsWith("/json") || mediaType.endsWith("+json");
            requireJson(json, "application/json");
            return RawEvent.ofBinary(headers, value);
        }
        return RawEvent.ofStructured(StrictJson.readObject(value, ""));
    }

    /** The refusal of an event that may pass all checks, for a reason that does not lie in it. */
    public static Checked.Rejected refused(byte[] structuredJson, Rejection why) {
        try {
            RawEvent raw = RawEvent.ofStructured(StrictJson.readObject(structuredJson, ""));
            return new Checked.Rejected(why, raw.glimpse());
        } catch (Refusal unreadable) {
            return new Checked.Rejected(why, RefusedEventDetails.NOTHING);
        }
    }

    private static String mediaType(Headers headers) {
        Header header = headers.lastHeader("content-type");
        if (header == null || header.value() == null) {
            return "";
        }
        String type = new String(header.value(), StandardCharsets.UTF_8);
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    private static void requireJson(boolean json, String expected) {
        if (!json) {
            throw new Refusal(
                    RejectCode.INVALID_VALUE,
                    "/datacontenttype",
                    "Send the event as JSON, with the content-type header " + expected + ".");
        }
    }

    private static Checked check(RawEvent raw, Register register, Instant receivedAt) {
        try {
            Envelope envelope = Envelope.of(raw);
            EventData data = EventData.of(envelope.type(), envelope.data());
            requireKnown(data, register, receivedAt);
            refuseAhead(envelope.time(), receivedAt);
            EventTimeCheck.refuseEarly(envelope.time(), "/time");
            CaseEvent event = event(envelope, data);
            EventTimeCheck.check(event, time -> register.serviceDay(data.unit(), time, receivedAt));
            return new Checked.Accepted(
                    event.type().family() == EventFamily.TICKET
                            ? ticket(data, event, register, receivedAt)
                            : new IncomingEvent(data.unit(), data.caseId(), event),
                    IgnoredFields.of(raw, envelope.type(), envelope.data()));
        } catch (Refusal refusal) {
            return new Checked.Rejected(refusal.rejection(), raw.glimpse());
        }
    }

    private static void requireKnown(EventData data, Register register, Instant receivedAt) {
        if (!register.knowsUnit(data.unit(), receivedAt)) {
            throw unknown(register.whyUnknown(data.unit()), "/data/unit", register.unitNear(data.unit()));
        }
        if (data.service() != null && !register.knowsService(data.service(), receivedAt)) {
            throw unknown(RejectCode.UNKNOWN_SERVICE, "/data/service", register.serviceNear(data.service()));
        }
        data.details().get(Field.TO_SERVICE).map(ServiceId::new).ifPresent(to -> {
            if (!register.knowsService(to, receivedAt)) {
                throw unknown(RejectCode.UNKNOWN_SERVICE, "/data/toService", register.serviceNear(to));
            }
        });
    }

    private static Refusal unknown(RejectCode code, String pointer, Optional<String> near) {
        String question = near.map(id -> "Did you mean " + id + "? ").orElse("");
        return new Refusal(code, pointer, question + code.cure());
    }

    private static void refuseAhead(Instant time, Instant receivedAt) {
        Duration ahead = Duration.between(receivedAt, time);
        if (ahead.compareTo(AHEAD_AT_MOST) <= 0) {
            return;
        }
        // local time sent as UTC lies ahead by the offset, less the time under way
        long hours = Math.floorDiv(ahead.plus(AHEAD_AT_MOST).toMinutes(), 60L);
        boolean whole = ahead.minusHours(hours).abs().compareTo(AHEAD_AT_MOST) <= 0;
        throw whole && hours >= 7 && hours <= 9
                ? new Refusal(
                        RejectCode.TIME_AHEAD,
                        "/time",
                        "The time is " + hours + " hours ahead, as if local time had been sent as UTC: send it with its"
                                + " offset +0" + hours + ":00.")
                : new Refusal(RejectCode.TIME_AHEAD, "/time");
    }

    private static CaseEvent event(Envelope envelope, EventData data) {
        return new CaseEvent(
                envelope.type(),
                envelope.time(),
                envelope.identity(),
                envelope.sequence(),
                content(envelope, data),
                data.service(),
                data.details());
    }

    /** Gives the event of a ticket its service day and, where it names no case, the case of its number. */
    private static IncomingEvent ticket(EventData data, CaseEvent event, Register register, Instant receivedAt) {
        LocalDate day = event.serviceDay().orElseGet(() -> {
            Instant of = event.type() == EventType.TICKET_BOOKED
                    ? event.appointment().orElse(event.time())
                    : event.time();
            return register.serviceDay(data.unit(), of, receivedAt);
        });
        CaseEvent dated = event.with(event.details().with(Field.SERVICE_DAY, day.toString()));
        CaseId named = data.caseId();
        return new IncomingEvent(
                data.unit(),
                named != null
                        ? named
                        : TicketNumber.of(dated).map(TicketNumber::caseId).orElseThrow(),
                dated);
    }

    private static Digest content(Envelope envelope, EventData data) {
        var content = new TreeMap<String, Object>();
        content.put("data", data.canonical());
        content.put("time", envelope.time().toString());
        content.put("type", envelope.type().wireName());
        return Sha256.digest(CanonicalJson.write(content));
    }
}
