package id.tepati.contract.catalogue.json;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.DayKind;
import id.tepati.rules.calendar.Season;
import id.tepati.rules.calendar.SpecialDay;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class CatalogueJsonProperties {
    @Property(tries = 500)
    void readsBackWhatItWrote(@ForAll("entries") CatalogueEntry entry) throws Exception {
        byte[] json = CatalogueJson.write(entry);

        CatalogueEntry read = CatalogueJson.read(json);

        assertThat(read).isEqualTo(entry);
        assertThat(CatalogueJson.write(read)).isEqualTo(json);
    }

    @Provide
    Arbitrary<CatalogueEntry> entries() {
        return Combinators.combine(
                        Arbitraries.oneOf(units(), services(), standards(), calendars()),
                        Arbitraries.integers().between(1, 1_000),
                        instants())
                .as((entry, version, known) -> entry.as(version, known));
    }

    private static Arbitrary<CatalogueEntry> units() {
        return Combinators.combine(
                        ids(),
                        from(),
                        texts(),
                        ids(),
                        ids().injectNull(0.3),
                        Arbitraries.of("Asia/Jakarta", "Asia/Jayapura", "America/New_York"),
                        ids(),
                        Arbitraries.of(LocalTime.MIDNIGHT, LocalTime.of(5, 0), LocalTime.of(23, 59)))
                .as((id, from, name, type, parent, zone, calendar, dayStart) ->
                        new CatalogueEntry.OfUnit(Published.draft(
                                from,
                                new Unit(
                                        new UnitId(id),
                                        name,
                                        type,
                                        parent == null ? null : new UnitId(parent),
                                        ZoneId.of(zone),
                                        new CalendarId(calendar),
                                        dayStart))));
    }

    private static Arbitrary<CatalogueEntry> services() {
        return Combinators.combine(ids(), from(), texts(), ids().injectNull(0.5), stages())
                .as((id, from, name, calendar, stages) -> new CatalogueEntry.OfService(Published.draft(
                        from,
                        new Service(
                                new ServiceId(id), name, calendar == null ? null : new CalendarId(calendar), stages))));
    }

    private static Arbitrary<List<Stage>> stages() {
        return ids().map(Stage::new).list().ofMaxSize(4).uniqueElements();
    }

    private static Arbitrary<CatalogueEntry> standards() {
        Arbitrary<StandardScope> scopes = Combinators.combine(Arbitraries.of(0, 1, 2), ids(), ids().injectNull(0.3))
                .as((whom, id, service) -> new StandardScope(
                        whom == 0 ? new UnitId(id) : null,
                        whom == 1 ? id : null,
                        service == null ? null : new ServiceId(service)));
        return Combinators.combine(
                        scopes,
                        from(),
                        texts(),
                        promises().list().ofMaxSize(5).uniqueElements(Promise::name),
                        Arbitraries.maps(Arbitraries.of(Component.class), texts())
                                .ofMaxSize(14))
                .as((scope, from, sk, promises, components) -> new CatalogueEntry.OfStandard(
                        Published.draft(from, new Standard(scope, sk, promises, components))));
    }

    private static Arbitrary<Promise> promises() {
        Arbitrary<BigDecimal> targets = Arbitraries.integers()
                .between(1, 10_000)
                .map(n -> BigDecimal.valueOf(n, 4).stripTrailingZeros())
                .injectNull(0.5);
        return Combinators.combine(Arbitraries.of(ClockKind.class), ids(), withins(), targets)
                .as((clock, stage, within, target) ->
                        new Promise(clock, clock.isStaged() ? new Stage(stage) : Stage.MAIN, within, target));
    }

    private static Arbitrary<Within> withins() {
        Arbitrary<Integer> amounts = Arbitraries.integers().between(1, 3_000);
        return Arbitraries.oneOf(
                amounts.map(n -> new Within.WallTime(Duration.ofMinutes(n))),
                amounts.map(n -> new Within.OfficeTime(Duration.ofMinutes(n))),
                amounts.map(Within.WorkingDays::new),
                amounts.map(Within.CalendarDays::new),
                Arbitraries.just(new Within.Stated()),
                Arbitraries.just(new Within.Unknown()));
    }

    private static Arbitrary<CatalogueEntry> calendars() {
        Arbitrary<List<SpecialDay>> days = Combinators.combine(
                        dates(), Arbitraries.of(DayKind.class), texts(), windows())
                .as((date, kind, name, windows) ->
                        new SpecialDay(date, kind, name, kind.isOpen() ? windows : List.of()))
                .list()
                .ofMaxSize(6)
                .uniqueElements(SpecialDay::date);
        Arbitrary<List<Season>> seasons = Combinators.combine(texts(), dates(), weeks())
                .as((name, date, week) -> List.of(new Season(name, date, date.plusDays(30), week)));
        return Combinators.combine(ids(), from(), weeks(), seasons, days, dates())
                .as((id, from, week, season, special, until) -> new CatalogueEntry.OfCalendar(Published.draft(
                        from,
                        new Calendar(new CalendarId(id), false, week, season, special, until, until.plusDays(400)))));
    }

    private static Arbitrary<WeekPattern> weeks() {
        return Arbitraries.maps(Arbitraries.of(DayOfWeek.class), windows())
                .ofMinSize(1)
                .map(WeekPattern::new);
    }

    /** One or two windows that do not overlap. */
    private static Arbitrary<List<Window>> windows() {
        return Arbitraries.integers()
                .between(0, Window.DAY_END)
                .set()
                .ofSize(4)
                .map(bounds -> bounds.stream().sorted().toList())
                .map(at -> List.of(new Window(at.get(0), at.get(1)), new Window(at.get(2), at.get(3))));
    }

    private static Arbitrary<String> ids() {
        return Arbitraries.strings()
                .withChars("abcxyz019")
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(text -> "k" + text + "-a.b");
    }

    private static Arbitrary<String> texts() {
        return Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(CatalogueJsonProperties::isWhole);
    }

    /** Lone halves of a surrogate pair have no UTF-8 form. */
    private static boolean isWhole(String text) {
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c));
    }

    private static Arbitrary<LocalDate> from() {
        return Arbitraries.oneOf(dates(), Arbitraries.just(LocalDate.MIN));
    }

    private static Arbitrary<LocalDate> dates() {
        return Arbitraries.longs().between(10_000, 30_000).map(LocalDate::ofEpochDay);
    }

    private static Arbitrary<Instant> instants() {
        return Arbitraries.longs().between(0, 2_000_000_000_000L).map(Instant::ofEpochMilli);
    }
}
