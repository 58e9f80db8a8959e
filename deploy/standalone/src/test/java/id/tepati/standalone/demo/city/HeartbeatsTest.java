package id.tepati.standalone.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.event.OutgoingEvent;
import id.tepati.rules.event.EventType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HeartbeatsTest {
    private static final LocalDate SUNDAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate FELL_SILENT = SUNDAY.minusDays(2);
    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final City CITY = City.invent(1, SUNDAY);

    private static Set<String> sources(List<CityEvent> events) {
        return events.stream().map(sent -> sent.event().source()).collect(Collectors.toSet());
    }

    private static String idOf(OfficeConnection connection) {
        return CITY.offices().stream()
                .filter(office -> office.connection() == connection)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void everySourceThatIsOnlineSendsOne() {
        List<CityEvent> day = CityDay.of(CITY, FELL_SILENT).stream()
                .filter(sent -> sent.event().data().get("unit") instanceof String unit
                        && !unit.equals(idOf(OfficeConnection.SILENT))
                        && !unit.equals(idOf(OfficeConnection.EVENING)))
                .toList();

        List<CityEvent> heartbeats = Heartbeats.of(CITY, NOW);

        assertThat(sources(heartbeats)).hasSameSizeAs(heartbeats).containsAll(sources(day));
        assertThat(heartbeats).allSatisfy(sent -> {
            assertThat(sent.event().type()).isEqualTo(EventType.SOURCE_HEARTBEAT);
            assertThat(sent.event().time()).isEqualTo(NOW);
        });
    }

    @Test
    void theOfficeThatFellSilentHadSentSomeUntilThen() {
        List<OutgoingEvent> last = CityDay.of(CITY, FELL_SILENT).stream()
                .map(CityEvent::event)
                .filter(event -> event.type() == EventType.SOURCE_HEARTBEAT)
                .toList();

        assertThat(last).isNotEmpty().allSatisfy(event -> {
            assertThat(event.data().get("unit")).isEqualTo(idOf(OfficeConnection.SILENT));
            assertThat(event.time()).isBetween(CITY.silentFrom().minusSeconds(60), CITY.silentFrom());
        });
        assertThat(Heartbeats.of(CITY, NOW))
                .noneMatch(sent -> sent.event().data().get("unit").equals(idOf(OfficeConnection.SILENT)));
    }
}
