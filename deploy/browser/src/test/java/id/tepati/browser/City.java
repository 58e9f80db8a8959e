package id.tepati.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tepati.standalone.Api;
import id.tepati.standalone.RealJar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sample's invented city with an office and a hospital that never close, so that no test asks what day it is. */
final class City {
    static final String LATE = "MPP-12";
    static final String LATE_TWICE = "ADUAN-3";
    static final String LATE_SK = "SK 060/201/MPP/2025";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final int DAYS = 29;
    private static final int SETTLED = 7;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String OPEN_DAY_AND_NIGHT = """
            units:
              - {id: mpp-tirta, name: Mal Pelayanan Publik Tirta, type: mpp, parent: kota-tirtamaya, zone: Asia/Jakarta, calendar: buka-24-jam, dayStart: "FAR-FROM-NOW"}
              - {id: rsud-tirta, name: RSUD Tirta Husada, type: rsud, parent: kota-tirtamaya, zone: Asia/Jakarta, calendar: buka-24-jam, dayStart: "FAR-FROM-NOW"}
              - {id: pkm-anggrek, name: Puskesmas Anggrek, type: puskesmas, parent: kec-anggrek, zone: Asia/Jakarta, calendar: buka-24-jam}
            services:
              - {id: legalisasi, name: Legalisasi Dokumen}
              - {id: konsultasi, name: Konsultasi Perizinan}
              - {id: izin-usaha, name: Izin Usaha Mikro}
              - {id: aduan-mal, name: Pengaduan di Mal}
              - {id: rawat-jalan, name: Rawat Jalan, stages: [registrasi, poli, farmasi]}
            standards:
              - {unit: mpp-tirta, service: izin-usaha, sk: SK 060/201/MPP/2025, promises: [{clock: completion, within: 2 calendar-days, target: 90%}], components: {biaya: Tidak dipungut biaya, produk: Nomor Induk Berusaha}}
              - {unit: mpp-tirta, service: aduan-mal, sk: SK 060/204/MPP/2025, promises: [{clock: verification, within: 1 calendar-day}, {clock: first-response, within: 1 calendar-day}]}
              - {unit: mpp-tirta, service: legalisasi, sk: SK 060/202/MPP/2025, promises: [{clock: completion, within: 1 minute, target: 90%}]}
              - {unit: mpp-tirta, service: konsultasi, sk: SK 060/203/MPP/2025, promises: [{clock: waiting, within: 60 minutes}]}
              - {unit: rsud-tirta, service: rawat-jalan, sk: SK 440/017/RSUD/2025, promises: [{clock: waiting, stage: poli, within: 60 minutes, target: 80%}, {clock: waiting, stage: farmasi, within: 30 minutes, target: 80%}, {clock: visit, within: 3 hours}]}
              - {unit: pkm-anggrek, service: rawat-jalan, sk: SK 440/021/PKM/2025, promises: [{clock: waiting, stage: poli, within: 60 minutes, target: 80%}]}
            """;

    private final Api api;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Desk desk;

    City(Api api) {
        this.api = api;
        desk = new Desk(api);
    }

    /** Publishes units, services and standards; nothing has happened yet. */
    void publish() {
        publish(Map.of());
    }

    /** The same and more, by name of the file. */
    void publish(Map<String, String> more) {
        List<Map<String, String>> files = new ArrayList<>();
        try (Stream<Path> sample = Files.list(RealJar.examples().resolve("sample/catalog"))) {
            for (Path file : sample.sorted().toList()) {
                files.add(Map.of("name", file.getFileName().toString(), "text", Files.readString(file)));
            }
            files.add(Map.of("name", "zz-buka-24-jam.yaml", "text", openDayAndNight()));
            more.forEach((name, text) -> files.add(Map.of("name", name, "text", text)));
            Api.Answer answer = api.post(
                    "/api/v1/catalog?mode=apply", "application/json", JSON.writeValueAsString(Map.of("files", files)));
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tickets end with their service day, so it ends when nobody of these queues waits: half a day from now. */
    private String openDayAndNight() {
        LocalTime dayStart = LocalTime.ofInstant(now, JAKARTA).plusHours(12).truncatedTo(ChronoUnit.MINUTES);
        return OPEN_DAY_AND_NIGHT.replace("FAR-FROM-NOW", dayStart.toString());
    }

    /** A month of files and visits that are loaded like a register: the office keeps its promises, the hospital does not, a file and a complaint are overdue. */
    void live() {
        for (int day = DAYS; day > 0; day--) {
            permits(day);
            visits("rsud-tirta", day, now.minus(day, ChronoUnit.DAYS), day % 3 == 0 ? 90 : 40);
            if (day < 4) {
                visits("pkm-anggrek", day, noon(day), day == 2 ? 75 : 20);
            }
        }
        // a pause may take two dates, and even so it is overdue longer than the complaint
        Instant received = now.minus(6, ChronoUnit.DAYS);
        permit("accepted", received, LATE, Map.of());
        permit("returned", received.plus(10, ChronoUnit.HOURS), LATE, Map.of("missing", "surat-kuasa"));
        permit("resubmitted", received.plus(28, ChronoUnit.HOURS), LATE, Map.of());
        permit("accepted", now.minus(40, ChronoUnit.HOURS), "MPP-13", Map.of());
        permit("accepted", now.minus(3, ChronoUnit.HOURS), "MPP-14", Map.of());
        desk.add("complaint.received", now.minus(2, ChronoUnit.DAYS), "mpp-tirta", "aduan-mal", LATE_TWICE, Map.of());
        queueing();
        visit("S1", 20);
        visit("S2", 75);
        desk.load();
        awaitCounted();
    }

    /** Until all is counted and the page calls its figures live. */
    private void awaitCounted() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(counted()).isEqualTo(desk.sent()));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(api.get("/api/v1/status").has("loading")).isFalse());
    }

    /** One of two records of the past comes in; they are signs of life, which change no figure. */
    void halfOfTheHistory() {
        desk.heartbeat(now, "mpp-tirta");
        desk.load("two-signs-of-life", 2);
    }

    /** Learns today that of two numbers of a date that has settled one, the late one, was printed by mistake. */
    void voidTicketOfLastWeek() {
        String wrong = desk.idOf("ticket.issued", "pkm-anggrek-S2");
        Map<String, ?> voids = Map.of("source", "urn:loket:pkm-anggrek", "id", wrong);
        desk.add(
                "event.voided",
                Instant.now(),
                "pkm-anggrek",
                "rawat-jalan",
                "pkm-anggrek-S2",
                Map.of("voids", voids, "reason", "salah-cetak"));
        desk.send();
    }

    /** Learns today of one more visitor of that date. */
    void visitorOfLastWeek() {
        visit("S3", 30);
        desk.send();
    }

    /** A date that has settled, at a health centre whose service day begins at midnight. */
    LocalDate lastWeek() {
        return LocalDate.ofInstant(now, JAKARTA).minusDays(SETTLED);
    }

    /** Today's date where the city is. */
    static LocalDate today() {
        return LocalDate.now(JAKARTA);
    }

    /** As far from midnight as can be. */
    private Instant noon(int daysAgo) {
        return LocalDate.ofInstant(now, JAKARTA)
                .minusDays(daysAgo)
                .atTime(LocalTime.NOON)
                .atZone(JAKARTA)
                .toInstant();
    }

    private void visit(String number, int minutes) {
        Instant at = noon(SETTLED);
        ticket("issued", at, "pkm-anggrek", "rawat-jalan", number, "poli");
        Instant called = at.plus(minutes, ChronoUnit.MINUTES);
        ticket("called", called, "pkm-anggrek", "rawat-jalan", number, "poli");
        ticket("served", called.plus(8, ChronoUnit.MINUTES), "pkm-anggrek", "rawat-jalan", number, "poli");
    }

    /** What each of the crowd did yesterday and left lying today. */
    void crowd() {
        Crowd.offices().forEach(office -> {
            for (int file = 0; file < office.files(); file++) {
                Instant came = now.minus(26, ChronoUnit.HOURS).minus(file, ChronoUnit.MINUTES);
                desk.add("application.accepted", came, office.id(), Crowd.SERVICE, "SURAT-" + file, Map.of());
                Instant decided = came.plus(file < office.late() ? 90 : 30, ChronoUnit.MINUTES);
                desk.add(
                        "application.decided",
                        decided,
                        office.id(),
                        Crowd.SERVICE,
                        "SURAT-" + file,
                        Map.of("outcome", "granted"));
            }
            for (int file = 0; file < office.lying(); file++) {
                desk.add(
                        "application.accepted",
                        now.minus(5, ChronoUnit.HOURS),
                        office.id(),
                        Crowd.SERVICE,
                        "LAMA-" + file,
                        Map.of());
            }
            desk.send();
        });
        awaitCounted();
    }

    /** A queue machine of the hospital that was heard of an hour ago and not since. */
    void machineFallsSilent() {
        desk.heartbeat(now.minus(1, ChronoUnit.HOURS), "rsud-tirta");
        desk.load();
    }

    private int counted() {
        int counted = 0;
        for (JsonNode source : api.get("/api/v1/status").path("sources")) {
            counted += source.path("counted").asInt();
        }
        return counted;
    }

    private void permits(int day) {
        for (int hour = 0; hour < 6; hour++) {
            Instant received = now.minus(day, ChronoUnit.DAYS).minus(hour * 70L, ChronoUnit.MINUTES);
            String id = "NIB-" + day + "-" + hour;
            permit("accepted", received, id, Map.of());
            boolean slow = day == 9 && hour < 3;
            permit("decided", received.plus(slow ? 80 : 22, ChronoUnit.HOURS), id, Map.of("outcome", "granted"));
        }
    }

    private void visits(String unit, int day, Instant last, int minutes) {
        for (int hour = 0; hour < 3; hour++) {
            Instant came = last.minus(hour * 50L, ChronoUnit.MINUTES);
            ticket("issued", came, unit, "rawat-jalan", "R" + day + hour, "poli");
            Instant called = came.plus(minutes, ChronoUnit.MINUTES);
            ticket("called", called, unit, "rawat-jalan", "R" + day + hour, "poli");
            ticket("served", called.plus(8, ChronoUnit.MINUTES), unit, "rawat-jalan", "R" + day + hour, "poli");
        }
    }

    private void queueing() {
        for (int number = 1; number <= 5; number++) {
            ticket(
                    "issued",
                    now.minus(number * 9L, ChronoUnit.MINUTES),
                    "rsud-tirta",
                    "rawat-jalan",
                    "A" + number,
                    "registrasi");
        }
        ticket("called", now.minus(12, ChronoUnit.MINUTES), "rsud-tirta", "rawat-jalan", "A5", "registrasi");
        ticket("served", now.minus(9, ChronoUnit.MINUTES), "rsud-tirta", "rawat-jalan", "A5", "registrasi");
        ticket("called", now.minus(3, ChronoUnit.MINUTES), "rsud-tirta", "rawat-jalan", "A5", "poli");
        ticket("called", now.minus(5, ChronoUnit.MINUTES), "rsud-tirta", "rawat-jalan", "A4", "registrasi");
    }

    /** An application for a permit. */
    private void permit(String what, Instant at, String id, Map<String, String> more) {
        desk.add("application." + what, at, "mpp-tirta", "izin-usaha", id, more);
    }

    /** A file that is promised within a minute. */
    void legalisation(Instant accepted, String id) {
        desk.add("application.accepted", accepted, "mpp-tirta", "legalisasi", id, Map.of());
        desk.send();
    }

    /** It is decided now. */
    void legalised(String id) {
        Map<String, String> granted = Map.of("outcome", "granted");
        desk.add("application.decided", Instant.now(), "mpp-tirta", "legalisasi", id, granted);
        desk.send();
    }

    /** What happens to somebody who came for advice some time ago. */
    void advice(String what, Duration ago, String number) {
        ticket(what, Instant.now().minus(ago), "mpp-tirta", "konsultasi", number, "main");
        desk.send();
    }

    private void ticket(String what, Instant at, String unit, String service, String number, String stage) {
        String id = unit + "-" + number;
        Map<String, String> fields =
                what.equals("issued") ? Map.of("number", number, "stage", stage) : Map.of("stage", stage);
        desk.add("ticket." + what, at, unit, service, id, fields);
    }
}
