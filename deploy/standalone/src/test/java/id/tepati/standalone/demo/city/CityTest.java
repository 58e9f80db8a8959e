package id.tepati.standalone.demo.city;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.catalogue.draft.CatalogueFolder;
import id.tepati.contract.catalogue.draft.CatalogueReading;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.calendar.DayReach;
import id.tepati.rules.calendar.WorkCalendar;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityTest {
    private static final LocalDate FOUNDED = LocalDate.of(2026, 11, 22);
    private static final City CITY = City.invent(1, FOUNDED);
    private static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    private static int level(Unit unit) {
        UnitId parent = unit.parent();
        return parent == null ? 1 : 1 + level(CITY.catalogue().unit(parent).orElseThrow());
    }

    private static Office office(String id) {
        return CITY.offices().stream()
                .filter(office -> office.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <K> Map<K, Long> count(Stream<Office> offices, Function<Office, K> by) {
        return offices.collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    @Test
    void itsCatalogueHasNoProblem() {
        assertThat(CatalogueFolder.read(CITY.files(), CatalogueSnapshot.EMPTY, Instant.EPOCH))
                .isInstanceOf(CatalogueReading.Accepted.class);
    }

    @Test
    void itHasSixtyFiveUnitsOnFourLevels() {
        assertThat(count(CITY.offices().stream(), office -> office.unit().type()))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "kota",
                        1L,
                        "opd",
                        8L,
                        "mpp",
                        1L,
                        "rsud",
                        1L,
                        "puskesmas",
                        7L,
                        "kecamatan",
                        7L,
                        "kelurahan",
                        40L));
        assertThat(CITY.offices().stream().map(office -> level(office.unit())).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(CITY.offices().stream()
                        .filter(office -> office.unit().type().equals("kelurahan"))
                        .map(office -> level(office.unit())))
                .containsOnly(4);
    }

    @Test
    void someOfItsPromisesHaveNoNumber() {
        assertThat(CITY.catalogue().standards().stream()
                        .flatMap(standard -> standard.content().promises().stream())
                        .filter(promise -> promise.within() instanceof Within.Unknown))
                .hasSizeGreaterThanOrEqualTo(3);
        assertThat(CITY.terms(office("dinkes"), new ServiceId("laik-higiene"), NOW)
                        .standard())
                .isNull();
    }

    @Test
    void aStandardOfOneUnitWinsOverThatOfItsType() {
        ServiceId service = new ServiceId("dispensasi-nikah");
        assertThat(CITY.terms(office("kec-niskala"), service, NOW)
                        .governing(ClockKind.COMPLETION, Stage.MAIN, NOW)
                        .orElseThrow()
                        .promise()
                        .within())
                .isEqualTo(new Within.Unknown());
        assertThat(CITY.terms(office("kec-arunika"), service, NOW)
                        .governing(ClockKind.COMPLETION, Stage.MAIN, NOW)
                        .orElseThrow()
                        .promise()
                        .within())
                .isInstanceOf(Within.OfficeTime.class);
    }

    @ParameterizedTest
    @CsvSource({
        // test vectors of published deadlines
        "2026-03-17, 3, 2026-03-27, OFFICIAL",
        "2026-02-13, 1, 2026-02-18, OFFICIAL",
        "2026-05-13, 5, 2026-05-22, OFFICIAL",
        // Christmas, the day before it and New Year are off; from then on the days are provisional
        "2026-12-23, 5, 2027-01-04, PROVISIONAL",
    })
    void itsOfficesKeepTheHolidays(LocalDate start, int days, LocalDate due, Certainty certainty) {
        WorkCalendar calendar =
                CITY.terms(office("disdukcapil"), new ServiceId("kk"), NOW).calendar();
        DayReach reached = calendar.workingDay(start, days, date -> false);
        assertThat(reached).isInstanceOfSatisfying(DayReach.At.class, at -> {
            assertThat(at.date()).isEqualTo(due);
            assertThat(at.certainty()).isEqualTo(certainty);
        });
    }

    @Test
    void theSeedDecidesWhoIsGoodAndBadButNotHowMany() {
        City other = City.invent(2, FOUNDED);
        assertThat(count(other.offices().stream(), Office::quality))
                .isEqualTo(count(CITY.offices().stream(), Office::quality))
                .containsOnlyKeys(OfficeQuality.values());
        assertThat(count(other.offices().stream(), Office::connection))
                .isEqualTo(count(CITY.offices().stream(), Office::connection))
                .containsEntry(OfficeConnection.SILENT, 1L)
                .containsEntry(OfficeConnection.EVENING, 1L);
        assertThat(tempers(other)).isNotEqualTo(tempers(CITY));
        assertThat(tempers(City.invent(1, FOUNDED))).isEqualTo(tempers(CITY));
    }

    private static List<OfficeQuality> tempers(City city) {
        return city.offices().stream().map(Office::quality).toList();
    }
}
