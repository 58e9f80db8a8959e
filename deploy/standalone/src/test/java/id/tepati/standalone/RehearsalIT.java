package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import id.tepati.standalone.Api.Figures;
import id.tepati.standalone.RealJar.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * One story on one directory: offices that have Excel only bring their registers in, a vendor's program sends over a bad
 * line, and an operator copies, fills the disk, kills, backs up and restores. No figure of any of them changes by it.
 */
@EnabledIfSystemProperty(
        named = "tepati.long",
        matches = "true",
        disabledReason =
                "takes two minutes, and its steps are taken apart in other tests: deploy/verify --long takes it in")
class RehearsalIT {
    private static final String CITY = "kota-lestari";
    private static final String WARD = "kota-sentosa";
    private static final int SENT_AGAIN = 20;
    private static final int BY_VENDOR = 25;

    private static final String STANDARDS = """
            calendars:
              - id: jam-kantor
                officialUntil: 2026-12-31
                week: {senin-kamis: ["07:30-12:00", "13:00-16:00"], jumat: ["07:30-11:30", "13:00-16:30"]}
                holidays: [{date: 2026-02-17, name: Imlek}]
            standards:
              - type: opd
                service: pengaduan
                sk: SK 1/2026
                promises: [{clock: resolution, within: 5 working-days}]
            """;

    private static final String MAPPING = """
            source: import/%s
            zone: Asia/Jakarta
            dates: %s
            root: {id: %s, name: Kota, type: kota}
            unit: [{column: Dinas, type: opd}]
            service: {id: pengaduan, name: Pengaduan}
            case: No
            catalog: {files: standar.yaml, calendar: jam-kantor}
            events:
              - {type: complaint.received, id: "{No}/terima", time: Diterima, day: start}
              - {type: complaint.closed, id: "{No}/selesai", time: Selesai, day: end, when: Selesai,
                 data: {outcome: resolved}}
            """;

    /** Excel's "Unicode text": UTF-16, tabs, and the month words of an Indonesian Windows. */
    private static final String UNICODE_TEXT = """
            \uFEFFNo\tDinas\tDiterima\tSelesai\t\t
            1\tDinas Lampu\t03-Agu-2026\t10-Agu-2026\t\t
            2\tDinas Lampu\t05-Okt-2026\t13-Okt-2026\t\t
            3\tDinas Lampu\t04-Mei-2026\t11-Mei-2026\t\t
            \t\t\t\t\t
            """;

    /** A complaint of a register: its dates of February 2026. */
    private record Complaint(int number, int received, int closed) {}

    /** Of 2 and 12 February, the fifth working days are the 9th and, past Imlek, the 20th. */
    private static final List<Complaint> JUDGED_BY_HAND = List.of(
            new Complaint(1, 2, 9), new Complaint(2, 2, 10), new Complaint(3, 12, 20), new Complaint(4, 12, 21));

    @TempDir
    Path folder;

    private int vendorSent;

    @Test
    void nothingIsLostAndEveryMessageIsTrue() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean small = run("mount", "-t", "tmpfs", "-o", "size=220m", "tmpfs", disk.toString()) == 0;
        try {
            try (RealJar server = up("disk/data")) {
                String address = server.awaitReady();
                officesBringTheirRegisters(address);
                if (Tool.NODE.isThere()) {
                    vendorSends(address);
                }
                copyIsRefused(server);
                awaitSame(new Api(address));
                if (small) {
                    fullDiskEndsIt(server, disk);
                }
            }
            killedAndStartedAgain();
            backedUpAndRestored();
        } finally {
            if (small) {
                assertThat(run("umount", "--lazy", disk.toString())).isZero();
            }
        }
        assumeThat(small)
                .as("the full disk was left out: only root may mount a small one")
                .isTrue();
        assumeThat(Tool.NODE.isThere())
                .as("the vendor was left out: node is not installed")
                .isTrue();
    }

    private void officesBringTheirRegisters(String address) throws IOException {
        Files.writeString(folder.resolve("standar.yaml"), STANDARDS);
        Files.writeString(folder.resolve("aduan.yaml"), MAPPING.formatted("aduan", "uuuu-MM-dd", CITY));
        Files.writeString(
                folder.resolve("lampu.yaml"), MAPPING.formatted("lampu", "dd-MMM-uuuu", WARD) + "separator: \"\\t\"\n");
        Files.write(folder.resolve("lampu.txt"), UNICODE_TEXT.getBytes(StandardCharsets.UTF_16LE));
        Api api = new Api(address);

        writeWorkbook("aduan.xlsx", 10);
        imports(address, "aduan.xlsx", "aduan.yaml", "counted 49, duplicate 0, refused 0");
        awaitFigures(api, CITY, new Figures(2, 3 + SENT_AGAIN, 1, 0));

        writeWorkbook("aduan.xlsx", 6);
        imports(address, "aduan.xlsx", "aduan.yaml", "replaced 20");
        imports(address, "lampu.txt", "lampu.yaml", "counted 6, duplicate 0, refused 0");
        awaitSame(api);
    }

    /** With one complaint that is open, and some that a second export closes on another day. */
    private void writeWorkbook(String name, int closedOn) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                Workbook book = new Workbook(out, "Excel", "16.0")) {
            Worksheet sheet = book.newWorksheet("Register");
            int row = 0;
            for (String title : List.of("No", "Dinas", "Diterima", "Selesai")) {
                sheet.value(0, row++, title);
            }
            Stream<Complaint> again = IntStream.range(0, SENT_AGAIN).mapToObj(i -> new Complaint(100 + i, 2, closedOn));
            row = 1;
            for (Complaint complaint :
                    Stream.concat(JUDGED_BY_HAND.stream(), again).toList()) {
                write(sheet, row, complaint);
                date(sheet, row++, 3, complaint.closed());
            }
            write(sheet, row, new Complaint(5, 3, 0));
        }
    }

    private static void write(Worksheet sheet, int row, Complaint complaint) {
        sheet.value(row, 0, complaint.number());
        sheet.value(row, 1, "Dinas PU\u00A0");
        date(sheet, row, 2, complaint.received());
    }

    private static void date(Worksheet sheet, int row, int column, int day) {
        sheet.value(row, column, LocalDate.of(2026, 2, day));
        sheet.style(row, column).format("dd-mmm-yy").set();
    }

    private void imports(String address, String file, String mapping, String said) {
        Ended imported =
                RealJar.run(folder, "import", file, "--mapping", mapping, "--derive-catalog", "--url", address);
        assertThat(imported.exit()).as(imported.output()).isZero();
        assertThat(imported.output()).contains(said);
    }

    private void vendorSends(String address) throws Exception {
        String program = RealJar.examples()
                .resolve("producer-node/producer.mjs")
                .toAbsolutePath()
                .toString();
        String happenings = IntStream.range(0, BY_VENDOR)
                .mapToObj(
                        "complaint.received {\"unit\":\"kota-lestari.dinas-pu\",\"service\":\"pengaduan\",\"case\":\"V-%d\"}\n"
                                ::formatted)
                .collect(Collectors.joining());
        try (FaultyFront front = new FaultyFront(address)) {
            Map<String, String> settings = Map.of(
                    "TEPATI_URL",
                    front.address(),
                    "TEPATI_SOURCE",
                    "urn:uji:vendor",
                    "TEPATI_UNIT",
                    "kota-lestari.dinas-pu",
                    "TEPATI_OUTBOX",
                    folder.resolve("outbox").toString());
            Tool.Ended added = Tool.NODE.run(folder, settings, happenings, List.of(program, "add"));
            assertThat(added.exit()).as(added.output()).isZero();
            Tool.Ended sent = Tool.NODE.run(folder, settings, "", List.of(program, "send"));
            assertThat(sent.exit()).as(sent.output()).isZero();
        }
        vendorSent = BY_VENDOR;
    }

    private void copyIsRefused(RealJar server) throws IOException {
        copy(folder.resolve("disk/data"), folder.resolve("copy"));

        Ended copied = RealJar.run(folder, "up", "--data", "copy", "--port", "0");
        Ended live = RealJar.run(folder, "backup", "saved", "--data", "disk/data");

        assertThat(copied.exit()).as(copied.output()).isEqualTo(10);
        assertThat(copied.output()).contains("while a server ran there").doesNotContain("Exception");
        assertThat(live.exit()).as(live.output()).isEqualTo(3);
        assertThat(live.output()).contains("needs it at rest", "in use by process");
        assertThat(new Api(server.awaitReady()).text("/readyz")).isEqualTo("ok\n");
    }

    private void fullDiskEndsIt(RealJar server, Path disk) throws IOException {
        Path ballast = disk.resolve("ballast");
        fill(ballast);

        Ended full = server.awaitEnd();
        Ended still = RealJar.run(folder, "up", "--data", "disk/data", "--port", "0");

        assertThat(full.exit()).as(full.output()).isEqualTo(12);
        assertThat(full.output()).contains("tepati: The disk of ", "is full").doesNotContain("\tat ");
        assertThat(still.exit()).as(still.output()).isEqualTo(12);
        assertThat(still.output()).contains("tepati: The disk of ", "Make room and start again");
        Files.delete(ballast);
    }

    private void killedAndStartedAgain() {
        try (RealJar again = up("disk/data")) {
            awaitSame(new Api(again.awaitReady()));
            again.kill();
        }
        try (RealJar again = up("disk/data")) {
            awaitSame(new Api(again.awaitReady()));
            assertThat(again.printed()).doesNotContain("\tat ");
            assertThat(again.stop()).isZero();
        }
    }

    private void backedUpAndRestored() {
        Ended saved = RealJar.run(folder, "backup", "saved", "--data", "disk/data");
        assertThat(saved.exit()).as(saved.output()).isZero();
        Ended restored = RealJar.run(folder, "restore", "saved", "--data", "restored");
        assertThat(restored.exit()).as(restored.output()).isZero();
        try (RealJar again = up("restored")) {
            awaitSame(new Api(again.awaitReady()));
            assertThat(again.stop()).isZero();
        }
    }

    /** What holds from the last import on. */
    private void awaitSame(Api api) {
        awaitFigures(api, CITY, new Figures(2 + SENT_AGAIN, 3, 1, 0));
        awaitFigures(api, WARD, new Figures(2, 1, 0, 0));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(openedByVendor(api)).isEqualTo(vendorSent));
    }

    private static long openedByVendor(Api api) {
        JsonNode rows = api.get("/api/v1/compliance?subtree=true&unit=kota-lestari&clock=resolution&from=2026-03-01")
                .path("rows");
        return rows.path(0).path("opened").asLong();
    }

    private static void awaitFigures(Api api, String unit, Figures expected) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(api.figures(unit, "resolution")).isEqualTo(expected));
    }

    private RealJar up(String data) {
        return RealJar.start(folder, "up", "--data", data, "--port", "0");
    }

    private static void fill(Path file) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (file.toFile().getUsableSpace() > 0) {
                out.write(megabyte, 0, (int)
                        Math.min(megabyte.length, file.toFile().getUsableSpace()));
            }
        } catch (IOException full) {
            assertThat(file.toFile().getUsableSpace()).isLessThan(megabyte.length);
        }
    }

    /** As cp -r does. */
    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(from)) {
            all = walked.toList();
        }
        for (Path path : all) {
            if (Files.exists(path)) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
