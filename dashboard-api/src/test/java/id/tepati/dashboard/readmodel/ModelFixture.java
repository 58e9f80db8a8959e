package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.DeadLetter;
import id.tepati.contract.output.EventRow;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.Progress;
import id.tepati.contract.output.Restatement;
import id.tepati.contract.output.Restatement.Counts;
import id.tepati.contract.output.RestatementCause;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.dashboard.store.CatalogueView;
import id.tepati.dashboard.store.Model;
import id.tepati.dashboard.store.TestModel;
import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.catalogue.Component;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.event.CaseEvent;
import id.tepati.rules.event.CaseFile;
import id.tepati.rules.event.Details;
import id.tepati.rules.event.Digest;
import id.tepati.rules.event.EventIdentity;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import id.tepati.rules.event.Sequence;
import id.tepati.rules.judge.Judgement;
import id.tepati.rules.tally.Contribution;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A small invented city. Kelurahan Melati and Kelurahan Kenanga lie in Kecamatan Mawar. A KTP-el takes two working
 * days and is to be on time in 90 %; the Kartu Keluarga has no standard. Offices are open Monday to Friday, 08:00 to
 * 16:00 in Asia/Jakarta. It is Monday 23 November 2026, 10:00.
 */
public final class ModelFixture implements ModelAccess {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    /** The present instant. */
    public static final Instant NOW = at("2026-11-23T10:00");

    public static final UnitId MAWAR = new UnitId("kec-mawar");
    public static final UnitId MELATI = new UnitId("kel-melati");
    public static final UnitId KENANGA = new UnitId("kel-kenanga");

    private static final Instant KNOWN = Instant.parse("2026-01-01T00:00:00Z");
    private static final CalendarId OFFICE = new CalendarId("kantor");

    private final TestModel model = new TestModel(NOW);
    private final ProgressFence<String> marks = new ProgressFence<>(2);
    private final Catalogue catalogue;
    private final Map<UnitId, Map<Slot, Tally>> tallies = new HashMap<>();
    private final Map<CaseKey, CaseFile> files = new TreeMap<>();
    private final List<Written> written = new ArrayList<>();
    private volatile State state = new State.Ready();

    /** A record as the pipeline would have written it. */
    public record Written(String topic, String key, byte[] value) {}

    /** The city without any case. */
    public ModelFixture() {
        this(catalogue());
    }

    /** A city without any case under another catalogue. */
    public ModelFixture(CatalogueSnapshot published) {
        CatalogueView view = CatalogueView.of(published);
        catalogue = view.catalogue();
        model.catalogue(view);
    }

    /** The city with the cases of the worked example in {@code docs/api.md}, judged up to half a second ago. */
    public static ModelFixture city() {
        ModelFixture city = new ModelFixture();
        city.ktp(MELATI, "A-1", "2026-11-16T09:00").decided("2026-11-17T10:00");
        city.ktp(MELATI, "A-2", "2026-11-16T09:00").decided("2026-11-19T09:00");
        city.ktp(MELATI, "A-3", "2026-11-18T09:00");
        city.ktp(MELATI, "A-4", "2026-11-19T09:00");
        city.ktp(MELATI, "A-5", "2026-11-20T09:00");
        city.ktp(MELATI, "A-6", "2026-11-16T09:00").withdrawn("2026-11-17T09:00");
        city.ktp(KENANGA, "B-1", "2026-11-17T09:00").decided("2026-11-17T11:00");
        city.kk(MELATI, "KK/2026/7", "2026-11-17T09:00");
        city.ticket(KENANGA, "K001", "2026-11-23T09:20");
        city.ticket(KENANGA, "K002", "2026-11-23T09:00").called("2026-11-23T09:30");
        city.ticket(KENANGA, "K003", "2026-11-23T08:30")
                .called("2026-11-23T08:40")
                .served("2026-11-23T09:15");
        city.publish();
        city.restate();
        city.asOf(NOW.minusMillis(500));
        city.put(
                Topics.SOURCES,
                "kel-melati|loket-1",
                new SourceRow(
                                MELATI,
                                "loket-1",
                                at("2026-11-23T09:59"),
                                at("2026-11-20T09:00"),
                                12,
                                10,
                                1,
                                1,
                                3,
                                250,
                                4,
                                null)
                        .toJson());
        city.put(
                Topics.SOURCES,
                "kel-kenanga|loket-2",
                new SourceRow(
                                KENANGA,
                                "loket-2",
                                at("2026-11-23T09:56"),
                                at("2026-11-17T11:00"),
                                500,
                                2,
                                0,
                                0,
                                0,
                                0,
                                0,
                                null)
                        .toJson());
        city.letter("d-1", "unknown-service", "2026-11-20T08:00", MELATI);
        city.letter("d-2", "malformed", "2026-11-21T08:00", null);
        city.letter("d-3", "unknown-service", "2026-11-22T08:00", KENANGA);
        return city;
    }

    /** A local time in the city. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(JAKARTA).toInstant();
    }

    /** The published catalogue. */
    public static CatalogueSnapshot catalogue() {
        return catalogue("08:00-16:00");
    }

    /** The same with other opening hours, and with more promised of a KTP-el. */
    public static CatalogueSnapshot catalogue(String hours, Promise... more) {
        List<Window> open = List.of(Window.parse(hours));
        WeekPattern week = new WeekPattern(Map.of(
                DayOfWeek.MONDAY, open,
                DayOfWeek.TUESDAY, open,
                DayOfWeek.WEDNESDAY, open,
                DayOfWeek.THURSDAY, open,
                DayOfWeek.FRIDAY, open));
        List<Promise> promises = new ArrayList<>(List.of(
                new Promise(ClockKind.COMPLETION, new Within.WorkingDays(2), new BigDecimal("0.9")),
                new Promise(ClockKind.FILE_CHECK, new Within.OfficeTime(java.time.Duration.ofMinutes(30)), null)));
        promises.addAll(List.of(more));
        LocalDate end = LocalDate.of(2027, 12, 31);
        Calendar office = new Calendar(OFFICE, false, week, List.of(), List.of(), end, end);
        Standard ktp = new Standard(
                new StandardScope(null, "kelurahan", new ServiceId("ktp-el")),
                "SK 12/2026",
                promises,
                Map.of(Component.BIAYA, "Gratis", Component.JANGKA_WAKTU, "2 hari kerja"));
        return new CatalogueSnapshot(
                List.of(
                        new CatalogueEntry.OfCalendar(published(office)),
                        unit("kec-mawar", "Kecamatan Mawar", "kecamatan", null),
                        unit("kel-melati", "Kelurahan Melati", "kelurahan", MAWAR),
                        unit("kel-kenanga", "Kelurahan Kenanga", "kelurahan", MAWAR),
                        service("ktp-el", "KTP elektronik"),
                        service("kk", "Kartu Keluarga"),
                        new CatalogueEntry.OfStandard(new Published<>(1, LocalDate.of(2026, 1, 2), KNOWN, ktp))),
                7);
    }

    /** The same with another target of a KTP-el, published at an instant for all days since 2 January. */
    public static CatalogueSnapshot catalogueWithTarget(String target, Instant knownFrom) {
        List<CatalogueEntry> entries = new ArrayList<>(catalogue().entries());
        Standard other = new Standard(
                new StandardScope(null, "kelurahan", new ServiceId("ktp-el")),
                "SK 13/2026",
                List.of(new Promise(ClockKind.COMPLETION, new Within.WorkingDays(2), new BigDecimal(target))),
                Map.of());
        entries.add(new CatalogueEntry.OfStandard(new Published<>(2, LocalDate.of(2026, 1, 2), knownFrom, other)));
        return new CatalogueSnapshot(entries, 8);
    }

    private static <T> Published<T> published(T content) {
        return new Published<>(1, LocalDate.MIN, KNOWN, content);
    }

    private static CatalogueEntry unit(String id, String name, String type, UnitId parent) {
        return new CatalogueEntry.OfUnit(published(new Unit(new UnitId(id), name, type, parent, JAKARTA, OFFICE)));
    }

    private static CatalogueEntry service(String id, String name) {
        return new CatalogueEntry.OfService(published(new Service(new ServiceId(id), name, null)));
    }

    /** A complete file for a KTP-el. */
    public CaseOf ktp(UnitId unit, String id, String accepted) {
        return new CaseOf(unit, id, "ktp-el").with(EventType.APPLICATION_ACCEPTED, accepted);
    }

    /** A file for a KTP-el of which nothing has come yet. */
    public CaseOf ktp(UnitId unit, String id) {
        return new CaseOf(unit, id, "ktp-el");
    }

    /** A complete file for a Kartu Keluarga. */
    public CaseOf kk(UnitId unit, String id, String accepted) {
        return new CaseOf(unit, id, "kk").with(EventType.APPLICATION_ACCEPTED, accepted);
    }

    /** A number taken for a KTP-el; no standard names its clocks, unless the catalogue was given more. */
    public CaseOf ticket(UnitId unit, String number, String issued) {
        return new CaseOf(unit, number + "-" + issued.substring(0, 10), "ktp-el")
                .ticket(EventType.TICKET_ISSUED, issued);
    }

    /** Adds events to a case. */
    public final class CaseOf {
        private final UnitId unit;
        private final CaseKey key;
        private final String service;

        private CaseOf(UnitId unit, String id, String service) {
            this.unit = unit;
            this.key = new CaseKey(unit, new CaseId(id));
            this.service = service;
        }

        public CaseOf decided(String at) {
            return with(EventType.APPLICATION_DECIDED, at);
        }

        public CaseOf withdrawn(String at) {
            return with(EventType.APPLICATION_WITHDRAWN, at);
        }

        public CaseOf called(String at) {
            return ticket(EventType.TICKET_CALLED, at);
        }

        public CaseOf served(String at) {
            return ticket(EventType.TICKET_SERVED, at);
        }

        public CaseOf abandoned(String at) {
            return ticket(EventType.TICKET_ABANDONED, at);
        }

        private CaseOf ticket(EventType type, String at) {
            return with(type, at, new Details(Map.of(Field.SERVICE_DAY, at.substring(0, 10))));
        }

        public CaseOf with(EventType type, String at) {
            return with(type, at, Details.NONE);
        }

        public CaseOf with(EventType type, String at, Details details) {
            CaseFile file = files.getOrDefault(key, CaseFile.EMPTY);
            List<CaseEvent> events = new ArrayList<>(file.events());
            long number = events.size() + 1;
            events.add(new CaseEvent(
                    type,
                    at(at),
                    new EventIdentity(
                            "loket-1",
                            new Digest(unit.value().hashCode(), key.id().hashCode() * 100L + number)),
                    Sequence.NONE,
                    new Digest(1, number),
                    new ServiceId(service),
                    details));
            files.put(key, CaseFile.of(events));
            return this;
        }
    }

    /** Judges the cases as the pipeline does and puts its records into the model. */
    public synchronized void publish() {
        tallies.clear();
        files.forEach((key, file) -> {
            Judgement judgement = Judgement.of(file, key.unit(), catalogue, NOW);
            put(Topics.CASES, new OutputKey.OfCase(key).toString(), CaseRow.JSON.write(row(key, file, judgement)));
            Contribution.of(judgement)
                    .parts()
                    .forEach((slot, tally) -> tallies.computeIfAbsent(key.unit(), absent -> new TreeMap<>())
                            .merge(slot, tally, Tally::plus));
        });
        tallies.forEach((unit, slots) -> slots.forEach((slot, tally) -> {
            OutputKey.OfTally key = new OutputKey.OfTally(unit, slot);
            put(Topics.TALLIES, key.toString(), TallyRow.JSON.write(TallyRow.of(key, tally)));
        }));
    }

    private static CaseRow row(CaseKey key, CaseFile file, Judgement judgement) {
        return new CaseRow(
                CaseRow.VERSION,
                key.unit().value(),
                key.id().value(),
                judgement.course().isIncomplete(),
                judgement.verdicts().stream().map(ClockRow::of).toList(),
                file.events().stream().map(EventRow::of).toList());
    }

    /** That A-1 was decided on Tuesday became known on Friday at 09:30; until then it had counted as late on Wednesday. */
    private void restate() {
        Instant learned = at("2026-11-20T09:30");
        restatement("2026-11-17", learned, new Counts(0, 0, 0, 0, 1, 0), new Counts(0, 0, 1, 0, 1, 0));
        restatement("2026-11-18", learned, new Counts(1, 0, 0, 2, 0, 0), new Counts(1, 0, 0, 1, 0, 0));
    }

    private void restatement(String day, Instant learned, Counts before, Counts after) {
        Restatement restatement = new Restatement(
                Restatement.VERSION,
                MELATI.value(),
                LocalDate.parse(day),
                RestatementCause.LATE_EVENT.wireName(),
                LocalDate.of(2026, 11, 20),
                learned,
                learned,
                1,
                List.of(new Restatement.Line("ktp-el", "completion", before, after)));
        put(Topics.RESTATEMENTS, restatement.key().toString(), Restatement.JSON.write(restatement));
    }

    private void letter(String id, String code, String at, UnitId unit) {
        DeadLetter letter = new DeadLetter(
                id, code, "/data/service", "Publish the service.", at(at), "gateway", unit, "loket-1", null, "{}");
        put(Topics.DEAD_LETTERS, id, letter.toJson());
    }

    /** Reads one record; null is a tombstone. */
    public synchronized void put(String topic, String key, byte[] value) {
        written.add(new Written(topic, key, value));
        OutputReader.read(topic, key.getBytes(StandardCharsets.UTF_8), value).apply(model.changes(), marks);
    }

    /** Reports that both partitions are judged up to an instant. */
    public synchronized void asOf(Instant asOf) {
        for (int partition = 0; partition < 2; partition++) {
            Progress progress = new Progress(partition, asOf, Map.of());
            put(Topics.PROGRESS, progress.key().toString(), progress.toJson());
        }
        marks.fence(Map.of("cases-0", 0L));
        marks.settle(end -> true);
        model.asOf(marks.asOf().orElseThrow());
    }

    /**
     * What came of an import from a source of a unit.
     *
     * @param of how many it sends in all; null where it does not say
     */
    public void loaded(UnitId unit, String source, String batch, long records, Long of, Instant learned) {
        SourceRow.Loaded part = new SourceRow.Loaded(batch, records, of, learned);
        SourceRow row = new SourceRow(unit, source, learned, null, records, records, 0, 0, 0, 0, 0, part);
        put(Topics.SOURCES, row.key().toString(), row.toJson());
    }

    /** Every record read so far. */
    public List<Written> written() {
        return List.copyOf(written);
    }

    /** Sets how the model is doing. */
    public void state(State next) {
        state = next;
    }

    /** What queries read. */
    public synchronized Model model() {
        return model.model();
    }

    /** What is at risk is so as of this instant. */
    public void now(Instant now) {
        model.now(now);
    }

    @Override
    public synchronized <T> T ask(Function<Model, T> query) {
        return model.ask(query);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public Reading reading() {
        return new Reading(40, 1, 0, 0.25);
    }
}
