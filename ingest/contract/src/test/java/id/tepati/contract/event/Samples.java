package id.tepati.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the tests of this package share: a moment of reception, a small register, and events. */
final class Samples {
    static final Instant RECEIVED = Instant.parse("2026-01-12T03:00:00Z");
    static final UnitId UNIT = new UnitId("kel-melati");
    static final ServiceId SERVICE = new ServiceId("ktp-el");

    /** Knows one unit and one service, published a year before. */
    static final Register REGISTER = new Register() {
        private final Instant published = Instant.parse("2025-01-01T00:00:00Z");

        @Override
        public boolean knowsUnit(UnitId unit, Instant at) {
            return unit.equals(UNIT) && !at.isBefore(published);
        }

        @Override
        public LocalDate serviceDay(UnitId unit, Instant time, Instant at) {
            return LocalDate.ofInstant(time, ZoneId.of("Asia/Jakarta"));
        }

        @Override
        public boolean knowsService(ServiceId service, Instant at) {
            return service.equals(SERVICE) && !at.isBefore(published);
        }
    };

    private static final EventReader READER = new EventReader();

    private Samples() {}

    /** A valid event with further fields of data. */
    static OutgoingEvent event(EventType type, Map<String, ?> more) {
        return event(type, Instant.parse("2026-01-12T02:30:00Z"), more);
    }

    static OutgoingEvent event(EventType type, Instant time, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("unit", UNIT.value());
        data.put("service", SERVICE.value());
        data.put("case", "KTP/2026/0042");
        data.putAll(more);
        return new OutgoingEvent(type, "e-1", "urn:loket:kel-melati", time, null, data);
    }

    static Checked read(OutgoingEvent event) {
        return READER.read(new EventWriter().write(event), REGISTER, RECEIVED);
    }

    static Checked read(byte[] json) {
        return READER.read(json, REGISTER, RECEIVED);
    }

    static IncomingEvent accepted(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Accepted.class);
        return ((Checked.Accepted) checked).event();
    }

    static Rejection rejected(Checked checked) {
        assertThat(checked).isInstanceOf(Checked.Rejected.class);
        return ((Checked.Rejected) checked).rejection();
    }
}
