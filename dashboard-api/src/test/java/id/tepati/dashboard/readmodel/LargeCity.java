package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.output.SourceRow;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.DayTally;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.Series;
import id.tepati.dashboard.store.SparseCounts;
import id.tepati.dashboard.store.TestModel;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.statistics.Distribution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Many units, open day and night in UTC, each with one verdict of today for each promise and a target of 90 %. */
public final class LargeCity implements ModelAccess {
    private static final CalendarId ALWAYS = new CalendarId("selalu");
    private static final ServiceId SERVICE = new ServiceId("layanan");

    private final TestModel model;

    /** Fills the model; the sources are spread over the units and have sent one heartbeat each. */
    public LargeCity(int units, List<ClockKind> promises, int sources, Instant now) {
        model = new TestModel(now);
        model.catalogue(CatalogueView.of(catalogue(units, promises)));
        model.asOf(now);
        LocalDate today = LocalDate.ofInstant(now, ZoneId.of("UTC"));
        SparseCounts nothing = SparseCounts.of(Distribution.EMPTY);
        DayTally verdict = new DayTally(1, 0, 1, 0, 0, 0, 0, nothing, nothing);
        for (int unit = 0; unit < units; unit++) {
            for (ClockKind promise : promises) {
                model.changes().putTally(unit(unit), new Series(SERVICE.value(), promise.id()), today, verdict);
            }
        }
        for (int source = 0; source < sources; source++) {
            SourceRow row =
                    new SourceRow(unit(source % units), "loket-" + source, now, null, 1, 0, 0, 0, 0, 0, 0, null);
            model.changes().putSource(row.key(), row.toJson());
        }
    }

    private static UnitId unit(int number) {
        return new UnitId("unit-" + number);
    }

    private static CatalogueSnapshot catalogue(int units, List<ClockKind> promises) {
        List<CatalogueEntry> entries = new ArrayList<>();
        entries.add(new CatalogueEntry.OfCalendar(published(Calendar.alwaysOpen(ALWAYS))));
        entries.add(new CatalogueEntry.OfService(published(new Service(SERVICE, "Layanan", null))));
        entries.add(new CatalogueEntry.OfStandard(published(new Standard(
                new StandardScope(null, "uji", SERVICE),
                "SK 1",
                promises.stream()
                        .map(clock -> new Promise(clock, new Within.CalendarDays(2), new BigDecimal("0.9")))
                        .toList(),
                Map.of()))));
        for (int unit = 0; unit < units; unit++) {
            entries.add(new CatalogueEntry.OfUnit(
                    published(new Unit(unit(unit), "Unit", "uji", null, ZoneId.of("UTC"), ALWAYS))));
        }
        return new CatalogueSnapshot(entries, 1);
    }

    private static <T> Published<T> published(T content) {
        return new Published<>(1, LocalDate.MIN, Instant.EPOCH, content);
    }

    @Override
    public <T> T ask(Function<Model, T> query) {
        return model.ask(query);
    }

    @Override
    public State state() {
        return new State.Ready();
    }

    @Override
    public Reading reading() {
        return new Reading(0, 0, 0, 0);
    }
}
