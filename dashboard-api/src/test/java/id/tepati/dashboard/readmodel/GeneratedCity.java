package id.tepati.dashboard.readmodel;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueSnapshot;
import id.tepati.contract.output.CaseRow;
import id.tepati.contract.output.ClockRow;
import id.tepati.contract.output.OutputKey;
import id.tepati.contract.output.SourceRow;
import id.tepati.contract.output.TallyRow;
import id.tepati.contract.topic.Topics;
import id.tepati.rules.Published;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Stage;
import id.tepati.rules.UnitId;
import id.tepati.rules.calendar.Calendar;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.WeekPattern;
import id.tepati.rules.calendar.Window;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.StandardScope;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.ClockKind;
import id.tepati.rules.statistics.Distribution;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import id.tepati.rules.tally.Tally;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A city of some sixty units in three time zones, drawn by chance from a fixed seed: cases of every outcome, on the days
 * around the edges of the windows, with and without targets, few and many. The tallies are those of the cases.
 */
public final class GeneratedCity {
    private static final List<String> ZONES = List.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura");
    private static final int DISTRICTS = 6;
    private static final int VILLAGES = 9;
    private static final CalendarId OFFICE = new CalendarId("kantor");
    private static final CalendarId ALWAYS = new CalendarId("selalu");
    private static final LocalTime OPENS = LocalTime.of(8, 0);
    private static final LocalTime CLOSES = LocalTime.of(16, 0);
    private static final String OPEN_DAY_AND_NIGHT = "igd";

    /** What is done at a unit: the promises of each service. Nobody promises anything of a re-waiting. */
    private static final Map<String, List<String>> WORK = Map.of(
            "antrean",
            List.of("waiting", "waiting@poli", "re-waiting", "serving", "visit"),
            OPEN_DAY_AND_NIGHT,
            List.of("waiting", "serving"),
            "ktp-el",
            List.of("file-check", "completion"),
            "kk",
            List.of("completion"),
            "aduan",
            List.of("first-response", "resolution"));

    /** Targets of a kelurahan; 0 where the standard sets none. The kk has no standard, a puskesmas has none at all. */
    private static final Map<String, Map<String, String>> VILLAGE_TARGETS = Map.of(
            "antrean",
            Map.of("waiting", "0.8", "waiting@poli", "0.75", "serving", "0.95", "visit", "0"),
            OPEN_DAY_AND_NIGHT,
            Map.of("waiting", "0.9", "serving", "0"),
            "ktp-el",
            Map.of("completion", "0.9", "file-check", "0"),
            "aduan",
            Map.of("first-response", "1", "resolution", "0.875"));

    private static final Map<String, Map<String, String>> DISTRICT_TARGETS =
            Map.of("ktp-el", Map.of("completion", "0.85"));

    /** From {@link #turn} on. */
    private static final Map<String, Map<String, String>> DISTRICT_TARGETS_LATER =
            Map.of("ktp-el", Map.of("completion", "0.25"));

    /** Days before today, on both sides of the windows' edges. */
    private static final int[] EDGES = {0, 1, 5, 6, 7, 8, 28, 29, 30, 31};

    private final Random random;
    private final Instant now;
    private final LocalDate turn;
    private final Map<UnitId, Place> places = new LinkedHashMap<>();
    private final List<CaseRow> cases = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final ModelFixture held;

    /** A unit. */
    public record Place(UnitId id, String type, UnitId parent, ZoneId zone) {
        /** The local date. */
        public LocalDate dateOf(Instant instant) {
            return LocalDate.ofInstant(instant, zone);
        }

        private CalendarId calendar() {
            return type.equals("puskesmas") ? ALWAYS : OFFICE;
        }
    }

    /** A source of a unit. */
    public record Source(UnitId unit, String name, boolean sendsHeartbeats, boolean isSilent) {}

    /** As it stands at an instant; everything was judged up to half a second before. */
    public GeneratedCity(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
        this.turn = LocalDate.ofInstant(now, ZoneId.of("Asia/Jayapura"));
        build();
        places.values().forEach(this::addCases);
        held = new ModelFixture(catalogue());
        held.now(now);
        cases.forEach(
                row -> held.put(Topics.CASES, new OutputKey.OfCase(row.key()).toString(), CaseRow.JSON.write(row)));
        publishTallies();
        places.values().forEach(this::addSources);
        held.asOf(asOf());
    }

    /** Its units. */
    public List<Place> places() {
        return List.copyOf(places.values());
    }

    /** Its cases. */
    public List<CaseRow> cases() {
        return List.copyOf(cases);
    }

    /** Its sources. */
    public List<Source> sources() {
        return List.copyOf(sources);
    }

    /** The model that holds all of it. */
    public ModelFixture held() {
        return held;
    }

    /** Up to when everything is judged. */
    public Instant asOf() {
        return now.minusMillis(500);
    }

    /** Whether a service is open. */
    public boolean isOpen(UnitId unit, String service, Instant at) {
        Place place = places.get(unit);
        if (service.equals(OPEN_DAY_AND_NIGHT) || place.calendar().equals(ALWAYS)) {
            return true;
        }
        LocalTime time = LocalTime.ofInstant(at, place.zone());
        boolean isWeekend = place.dateOf(at).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
        return !isWeekend && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /** The target now; null where there is none. */
    public BigDecimal target(UnitId unit, String service, String promise) {
        Place place = places.get(unit);
        String target = targets(place).getOrDefault(service, Map.of()).getOrDefault(promise, "0");
        return target.equals("0") ? null : new BigDecimal(target);
    }

    private Map<String, Map<String, String>> targets(Place place) {
        return switch (place.type()) {
            case "kelurahan" -> VILLAGE_TARGETS;
            case "kecamatan" -> place.dateOf(now).isBefore(turn) ? DISTRICT_TARGETS : DISTRICT_TARGETS_LATER;
            default -> Map.of();
        };
    }

    private void build() {
        UnitId city = put("kota", "kota", null, ZONES.get(0));
        for (int district = 1; district <= DISTRICTS; district++) {
            String zone = ZONES.get(district % ZONES.size());
            UnitId above = put("kec-" + district, "kecamatan", city, zone);
            put("pkm-" + district, "puskesmas", above, zone);
            for (int village = 1; village <= VILLAGES; village++) {
                put("kel-" + district + "-" + village, "kelurahan", above, zone);
            }
        }
    }

    private UnitId put(String name, String type, UnitId parent, String zone) {
        UnitId id = new UnitId(name);
        places.put(id, new Place(id, type, parent, ZoneId.of(zone)));
        return id;
    }

    /** The city and every other district gather only; in the last village of a district nothing happens. */
    private void addCases(Place place) {
        String name = place.id().value();
        boolean isIdle = name.matches("kota|kec-[135]|kel-.*-9");
        if (isIdle) {
            return;
        }
        WORK.keySet().stream().sorted().filter(service -> random.nextInt(4) > 0).forEach(service -> {
            double late = pick(0.0, 0.05, 0.1, 0.2, 0.5);
            int count = pick(0, 1, 3, 7, 8, 9, 20);
            for (int number = 0; number < count; number++) {
                addCase(place, service, service + "-" + number, late);
            }
        });
    }

    private void addCase(Place place, String service, String id, double late) {
        boolean isIncomplete = random.nextInt(12) == 0;
        List<ClockRow> clocks = isIncomplete
                ? List.of()
                : WORK.get(service).stream()
                        .filter(promise -> random.nextInt(5) > 0)
                        .map(promise -> clock(place, service, new PromiseName(promise), late))
                        .toList();
        cases.add(new CaseRow(CaseRow.VERSION, place.id().value(), id, isIncomplete, clocks, List.of()));
    }

    private ClockRow clock(Place place, String service, PromiseName promise, double late) {
        ClockDraft clock = new ClockDraft(place, service, promise);
        if (promise.value().equals("re-waiting")) {
            return random.nextBoolean() ? clock.open("unnamed") : clock.ended("unnamed");
        }
        if (service.equals("kk") || random.nextInt(20) == 0) {
            return random.nextBoolean() ? clock.open("no-promise") : clock.ended("no-promise");
        }
        if (random.nextInt(4) == 0) {
            return random.nextInt(3) == 0 ? clock.overdue() : clock.open("open");
        }
        if (random.nextInt(8) == 0) {
            return random.nextInt(3) == 0
                    ? clock.ended("awaiting-calendar")
                    : clock.judged(pick("cancelled", "unserved"));
        }
        return clock.judged(random.nextDouble() < late ? "late" : "on-time");
    }

    /** What one clock's row is made from. */
    private final class ClockDraft {
        private final Place place;
        private final String service;
        private final PromiseName promise;

        ClockDraft(Place place, String service, PromiseName promise) {
            this.place = place;
            this.service = service;
            this.promise = promise;
        }

        ClockRow open(String outcome) {
            Instant start = now.minus(pick(0, 1, 90, 600, 3_000, 9_000, 100_000), ChronoUnit.SECONDS);
            Integer risk = pick(null, -3_600, 0, 1, 3_600);
            boolean isPromised = outcome.equals("open");
            Instant atRisk = isPromised && risk != null ? now.plusSeconds(risk) : null;
            return row(outcome, start, null, isPromised ? now.plusSeconds(7_200) : null, atRisk, null);
        }

        ClockRow overdue() {
            Instant due = verdictAt();
            return row("late", due.minusSeconds(random.nextInt(200_000)), null, due, null, due);
        }

        ClockRow ended(String outcome) {
            Instant end = verdictAt();
            return row(outcome, end.minusSeconds(random.nextInt(20_000)), end, null, null, null);
        }

        ClockRow judged(String outcome) {
            Instant at = verdictAt();
            Instant start = at.minusSeconds(random.nextInt(200_000));
            Instant end = outcome.equals("late") ? later(at.plusSeconds(random.nextInt(9_000))) : at;
            return row(outcome, start, end, at, null, at);
        }

        private Instant verdictAt() {
            int before = random.nextInt(3) > 0 ? EDGES[random.nextInt(EDGES.length)] : random.nextInt(60);
            Instant midnight = place.dateOf(now)
                    .minusDays(before)
                    .atStartOfDay(place.zone())
                    .toInstant();
            long dayOrLess = Math.min(Duration.between(midnight, now).toSeconds(), 86_399);
            long withinTheLastHours = Math.max(0, dayOrLess - random.nextInt(5_400));
            return midnight.plusSeconds(
                    pick(0L, dayOrLess, withinTheLastHours, (long) random.nextInt((int) dayOrLess + 1)));
        }

        private Instant later(Instant instant) {
            return instant.isAfter(now) ? now : instant;
        }

        private ClockRow row(
                String outcome, Instant start, Instant end, Instant due, Instant atRiskFrom, Instant verdictAt) {
            String stage = promise.stage().orElseThrow().value();
            boolean isDone = end != null && !List.of("cancelled", "unserved").contains(outcome);
            return new ClockRow(
                    promise.clockId(),
                    stage.equals(Stage.MAIN.value()) ? null : stage,
                    1,
                    service,
                    outcome.equals("unnamed") ? null : promise.value(),
                    outcome,
                    end == null,
                    start,
                    place.dateOf(start),
                    end,
                    due,
                    null,
                    null,
                    null,
                    atRiskFrom,
                    verdictAt,
                    verdictAt == null ? null : place.dateOf(verdictAt),
                    null,
                    isDone ? Duration.between(start, end).toSeconds() : null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    place.calendar().value(),
                    null);
        }
    }

    private void publishTallies() {
        Map<OutputKey.OfTally, Tally> tallies = new LinkedHashMap<>();
        for (CaseRow row : cases) {
            for (ClockRow clock : row.clocks()) {
                if (clock.promise() != null) {
                    boolean isPromised = !clock.outcome().equals("no-promise");
                    add(tallies, row, clock, clock.startDay(), counts(1, isPromised ? 0 : 1, ""));
                    if (clock.verdictDay() != null) {
                        String what = clock.outcome() + (clock.open() ? "-open" : "");
                        add(tallies, row, clock, clock.verdictDay(), counts(0, 0, what));
                    }
                }
            }
        }
        tallies.forEach(
                (key, tally) -> held.put(Topics.TALLIES, key.toString(), TallyRow.JSON.write(TallyRow.of(key, tally))));
    }

    private static Tally counts(long opened, long noPromise, String verdict) {
        return new Tally(
                opened,
                noPromise,
                verdict.equals("on-time") ? 1 : 0,
                verdict.startsWith("late") ? 1 : 0,
                verdict.equals("late-open") ? 1 : 0,
                verdict.equals("cancelled") ? 1 : 0,
                verdict.equals("unserved") ? 1 : 0,
                Distribution.EMPTY,
                Distribution.EMPTY);
    }

    private static void add(
            Map<OutputKey.OfTally, Tally> tallies, CaseRow row, ClockRow clock, LocalDate day, Tally counts) {
        Slot slot = new Slot(new ServiceId(clock.service()), new PromiseName(clock.promise()), new Bucket.Day(day));
        tallies.merge(new OutputKey.OfTally(new UnitId(row.unit()), slot), counts, Tally::plus);
    }

    /** Up to two for a unit: heard of just now, silent for a week, or never with a heartbeat. */
    private void addSources(Place place) {
        int count = random.nextInt(3);
        for (int number = 0; number < count; number++) {
            boolean sendsHeartbeats = random.nextInt(4) > 0;
            boolean isQuiet = random.nextInt(3) == 0;
            Source source = new Source(place.id(), "loket-" + number, sendsHeartbeats, sendsHeartbeats && isQuiet);
            Instant lastSeen = asOf().minus(isQuiet ? Duration.ofDays(7) : Duration.ofSeconds(20));
            SourceRow row = new SourceRow(
                    place.id(), source.name(), lastSeen, null, sendsHeartbeats ? 9 : 5, 5, 0, 0, 0, 0, 0, null);
            held.put(Topics.SOURCES, row.key().toString(), row.toJson());
            sources.add(source);
        }
    }

    private CatalogueSnapshot catalogue() {
        List<CatalogueEntry> entries = new ArrayList<>();
        entries.add(new CatalogueEntry.OfCalendar(Published.sinceEver(Calendar.alwaysOpen(ALWAYS))));
        entries.add(new CatalogueEntry.OfCalendar(Published.sinceEver(office())));
        WORK.keySet().stream()
                .sorted()
                .map(id ->
                        new Service(new ServiceId(id), "Layanan " + id, id.equals(OPEN_DAY_AND_NIGHT) ? ALWAYS : null))
                .forEach(service -> entries.add(new CatalogueEntry.OfService(Published.sinceEver(service))));
        places.values().stream()
                .map(place -> new Unit(
                        place.id(), "Unit " + place.id(), place.type(), place.parent(), place.zone(), place.calendar()))
                .forEach(unit -> entries.add(new CatalogueEntry.OfUnit(Published.sinceEver(unit))));
        standards("kelurahan", VILLAGE_TARGETS)
                .forEach(standard -> entries.add(new CatalogueEntry.OfStandard(Published.sinceEver(standard))));
        standards("kecamatan", DISTRICT_TARGETS)
                .forEach(standard -> entries.add(new CatalogueEntry.OfStandard(Published.sinceEver(standard))));
        standards("kecamatan", DISTRICT_TARGETS_LATER)
                .forEach(standard ->
                        entries.add(new CatalogueEntry.OfStandard(new Published<>(2, turn, Instant.EPOCH, standard))));
        standards("kecamatan", Map.of("ktp-el", Map.of("completion", "0.01")))
                .forEach(unknownYet -> entries.add(
                        new CatalogueEntry.OfStandard(new Published<>(3, turn, now.plusSeconds(1), unknownYet))));
        return new CatalogueSnapshot(entries, 1);
    }

    private static Calendar office() {
        Map<DayOfWeek, List<Window>> week = IntStream.rangeClosed(1, 5)
                .mapToObj(DayOfWeek::of)
                .collect(Collectors.toMap(day -> day, day -> List.of(Window.parse(OPENS + "-" + CLOSES))));
        LocalDate end = LocalDate.of(2027, 12, 31);
        return new Calendar(OFFICE, false, new WeekPattern(week), List.of(), List.of(), end, end);
    }

    private static Stream<Standard> standards(String type, Map<String, Map<String, String>> targets) {
        return new TreeMap<>(targets)
                .entrySet().stream()
                        .map(service -> new Standard(
                                new StandardScope(null, type, new ServiceId(service.getKey())),
                                "SK 1",
                                new TreeMap<>(service.getValue())
                                        .entrySet().stream()
                                                .map(promise -> promise(promise.getKey(), promise.getValue()))
                                                .toList(),
                                Map.of()));
    }

    private static Promise promise(String name, String target) {
        PromiseName promise = new PromiseName(name);
        return new Promise(
                ClockKind.ofId(promise.clockId()).orElseThrow(),
                promise.stage().orElseThrow(),
                new Within.CalendarDays(1),
                target.equals("0") ? null : new BigDecimal(target));
    }

    @SafeVarargs
    private <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }
}
