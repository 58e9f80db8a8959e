package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who answers for a city does with the page. */
class PageIT {
    private static final Duration PROMISE = Duration.ofMinutes(1);
    private static final Duration AHEAD = Duration.ofSeconds(9);
    private static final Duration SOON = Duration.ofSeconds(2);

    /** The page asks for queues every few seconds. */
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(30_000);

    private static final ContainsTextOptions PATIENTLY_CONTAINING = new ContainsTextOptions().setTimeout(30_000);

    /** Notes the time of the change by which a case appears among the late ones. */
    private static final String WATCH = """
            id => {
              const look = () => {
                const found = [...document.querySelectorAll('#late a.case')].some(link => link.textContent.endsWith(` ${id}`));
                if (found) window.seenAt ??= Date.now();
              };
              look();
              new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
            }""";

    private static final Pattern QUEUES = Pattern.compile("/api/v1/queues\\?");

    @TempDir
    static Path folder;

    private static City city;
    private static Site site;

    private Screen screen;

    @BeforeAll
    static void start() {
        site = Site.start(folder);
        city = site.city();
        city.publish();
        city.live();
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void openWindow() {
        screen = site.screen(1280, 900);
    }

    @AfterEach
    void closeWindow() {
        assertThat(screen.complaints()).isEmpty();
        screen.close();
    }

    @Test
    void byKeyboardAloneFromTheCityToTheLawOfALateCaseAndBack() {
        screen.open("/");
        assertThat(screen.find("#late a.case").first()).hasText("Berkas " + City.LATE);
        screen.tabTo("#now a");
        screen.press("Enter");

        assertThat(screen.find("h1")).hasText("Siapa yang terlambat sekarang");
        screen.tabTo("a.case");
        screen.press("Enter");

        assertThat(screen.find("h1")).hasText("Berkas " + City.LATE);
        Locator clock = screen.find(".clock-card[data-outcome=late]");
        assertThat(clock.locator(".law")).containsText(City.LATE_SK);
        assertThat(clock.locator(".law")).containsText("2 hari kalender");
        assertThat(clock.locator(".law")).containsText("versi 1");
        assertThat(clock.locator(".trace table")).isVisible();
        assertThat(clock.locator(".trace table")).containsText("hari mulai, tidak dihitung");

        screen.tabTo("[data-lang=en]");
        screen.press("Enter");
        assertThat(clock.locator(".law")).containsText("2 calendar days");
        assertThat(screen.language()).isEqualTo("en");
        screen.press("Shift+Tab");
        screen.press("Space");
        assertThat(clock.locator(".law")).containsText("2 hari kalender");
        assertThat(screen.language()).isEqualTo("id");

        screen.page().goBack();
        assertThat(screen.find("h1")).hasText("Siapa yang terlambat sekarang");
        screen.tabTo("#breadcrumb a");
        screen.press("Enter");
        assertThat(screen.find("#headline")).containsText("menepati targetnya");
    }

    @Test
    void theListOfWhoIsLateCountsWhatTheCityCounts() {
        screen.open("/");
        String late = screen.find("#now a").first().textContent();

        screen.find("#now a").first().click();

        assertThat(screen.find(".headline")).containsText(late + " berkas, pengaduan, dan antrean terlambat");
        assertThat(screen.find("main tbody tr")).hasCount(Integer.parseInt(late));
        Locator twice = screen.find("main tbody tr").filter(new Locator.FilterOptions().setHasText(City.LATE_TWICE));
        assertThat(twice).hasCount(1);
        assertThat(twice).containsText("Pengaduan di Mal, verifikasi pengaduan");
        assertThat(twice).containsText("juga tanggapan pertama, terlambat");
    }

    @Test
    void aPromiseThatRunsOutShowsWithinTwoSeconds() {
        screen.open("/");
        Instant due = Instant.now().plus(AHEAD);
        screen.page().evaluate(WATCH, "LEG-1");

        city.legalisation(due.minus(PROMISE), "LEG-1");
        screen.page().waitForFunction("() => window.seenAt");

        Instant seen = Instant.ofEpochMilli(((Number) screen.page().evaluate("() => window.seenAt")).longValue());
        assertThat(seen).isBetween(due, due.plus(SOON));
    }

    @Test
    void theQueueMovesWithoutReloading() {
        city.advice("issued", Duration.ofMinutes(25), "K1");
        city.advice("issued", Duration.ofMinutes(14), "K2");
        screen.open("/unit/mpp-tirta");
        Locator row = screen.find("#queues tbody tr").filter(new Locator.FilterOptions().setHasText("Konsultasi"));
        assertThat(cell(row, "Menunggu")).hasText("2", PATIENTLY);
        assertThat(cell(row, "Tunggu terlama")).hasText(Pattern.compile("2[56] mnt"));
        screen.page().evaluate("() => { window.sameVisit = true; }");

        city.advice("called", Duration.ofMinutes(4), "K1");
        city.advice("served", Duration.ZERO, "K1");

        assertThat(cell(row, "Menunggu")).hasText("1", PATIENTLY);
        assertThat(cell(row, "Tunggu terlama")).hasText(Pattern.compile("1[45] mnt"));
        // counted up to asOf only, so perhaps not before the queues are asked for the next time
        assertThat(cell(row, "Selesai satu jam terakhir")).hasText("1", PATIENTLY);
        assertThat(screen.page().evaluate("() => window.sameVisit")).isEqualTo(true);
    }

    @Test
    void aRestatedDaySaysWhatChangedWhyAndWhenThatWasLearned() {
        screen.open("/unit/pkm-anggrek");
        assertThat(screen.find("#restatements")).containsText("Belum ada angka yang disajikan kembali.");
        // told as soon as everything is judged up to now, which may be after it is counted
        assertThat(screen.find("#services .final-to")).containsText("Final sampai", PATIENTLY_CONTAINING);
        assertThat(screen.find("#services .mark-note")).not().containsText(new String[] {"sementara"});

        LocalDate sent = City.today();
        city.voidTicketOfLastWeek();

        Locator printed = restatement("Peristiwa dibatalkan");
        assertThat(printed.locator("h3")).hasText(date("id"), PATIENTLY);
        assertThat(fact(printed, "Antrean yang berubah")).hasText("1");
        assertThat(fact(printed, "Diketahui")).containsText(since(sent, "id"));
        assertThat(figure(printed, "Tepat waktu")).containsText("Rawat Jalan, waktu tunggu (poli)");
        assertThat(cell(figure(printed, "Tepat waktu"), "Sebelum")).hasText("1 dari 2 (50%)");
        assertThat(cell(figure(printed, "Tepat waktu"), "Sesudah")).hasText("1 dari 1 (100%)");
        assertThat(cell(figure(printed, "Masuk"), "Sebelum")).hasText("2");
        assertThat(cell(figure(printed, "Masuk"), "Sesudah")).hasText("1");

        city.visitorOfLastWeek();

        Locator came = restatement("Peristiwa terlambat dikirim");
        assertThat(cell(figure(came, "Masuk"), "Sebelum")).hasText("1", PATIENTLY);
        assertThat(cell(figure(came, "Masuk"), "Sesudah")).hasText("2");
        assertThat(screen.find("#services .mark-note").first()).hasText("disajikan kembali", PATIENTLY);
        screen.picture("unit-restated-id-1280");

        screen.tabTo("[data-lang=en]");
        screen.press("Enter");
        Locator withdrawn = restatement("Event declared void");
        assertThat(withdrawn.locator("h3")).hasText(date("en"));
        assertThat(fact(withdrawn, "Changed (Ticket)")).hasText("1");
        assertThat(fact(withdrawn, "Learned")).containsText(since(sent, "en"));
        assertThat(cell(figure(withdrawn, "On time"), "Before")).hasText("1 of 2 (50%)");
        assertThat(cell(figure(withdrawn, "On time"), "After")).hasText("1 of 1 (100%)");
    }

    @Test
    void aSourceThatFellSilentIsSaidEverywhere() {
        screen.open("/");
        assertThat(screen.find("#silent")).hasCount(0);

        city.machineFallsSilent();

        assertThat(screen.find("#silent")).containsText("Sumber diam: RSUD Tirta Husada", PATIENTLY_CONTAINING);
        assertThat(screen.find(".tile").filter(new Locator.FilterOptions().setHasText("Sumber diam")))
                .containsText("RSUD Tirta Husada");
        screen.find("#silent a").click();
        assertThat(screen.find("#silent")).containsText("1 sumber data unit ini diam");
        screen.find("#silent a").click();
        assertThat(screen.find("#sources tbody tr").first()).containsText("Diam");
        assertThat(screen.find("#sources tbody tr").first()).containsText("urn:mesin:rsud-tirta");
    }

    @ParameterizedTest
    @CsvSource({
        "0, Siapa yang terlambat sekarang, terlambat",
        "1, Menjelang jatuh tempo, menjelang jatuh tempo",
        "2, Sedang berjalan, sedang berjalan"
    })
    void everyFigureOfNowLeadsToItsCases(int place, String title, String told) {
        screen.open("/");
        Locator figure = screen.find("#now a").nth(place);
        String cases = figure.innerText();

        figure.click();

        assertThat(screen.find("h1")).hasText(title);
        assertThat(screen.find("main .headline")).containsText(cases + " berkas, pengaduan, dan antrean " + told);
    }

    @Test
    void aServiceLeadsToTheCasesThatBroughtItDown() {
        screen.open("/unit/mpp-tirta/layanan/izin-usaha");

        Locator rows = screen.find("#missed tbody tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("NIB-9-0")))
                .hasCount(1);
        assertThat(rows.filter(new Locator.FilterOptions().setHasText(City.LATE)))
                .containsText("Terlambat, masih berjalan");
        assertThat(screen.find("#days .bars").first().locator(".bar-day")).hasCount(30);
    }

    @ParameterizedTest
    @CsvSource({"CSV, csv", "Excel, xlsx"})
    void whatIsShownCanBeTakenAlong(String name, String suffix) {
        screen.open("/unit/mpp-tirta");
        Locator link = screen.find("#services .downloads a").filter(new Locator.FilterOptions().setHasText(name));

        screen.tabTo("#services .downloads a");
        Download file = screen.page().waitForDownload(link::click);

        assertThat(file.suggestedFilename()).matches("tepati-compliance-mpp-tirta-\\d{8}T\\d{6}Z\\." + suffix);
        assertThat(file.failure()).isNull();
        assertThat(screen.find("h1")).hasText("Mal Pelayanan Publik Tirta");
    }

    @Test
    void aFigureSaysWhatItMeansToWhoeverAsks() {
        screen.open("/unit/mpp-tirta");
        Locator heading = screen.find("#services thead .help")
                .filter(new Locator.FilterOptions().setHas(screen.find("[aria-label='Apa arti Tepat waktu?']")));
        screen.tabTo("#services thead .help summary[aria-label='Apa arti Tepat waktu?']");
        screen.press("Enter");

        assertThat(heading.locator(".meaning")).containsText("attainment = onTime / n");
        assertThat(heading.locator(".meaning")).containsText("UU 25/2009");
        screen.picture("unit-meaning-id-1280");
        screen.press("Escape");
        assertThat(heading.locator(".meaning")).isHidden();

        screen.find("[data-lang=en]").click();
        screen.find("#services thead summary[aria-label='What does On time mean?']")
                .click();
        assertThat(screen.find("#services thead .help[open] .meaning"))
                .containsText("The part of the verdicts that is on time");
    }

    @Test
    void anEventTellsItsFieldsInTheLanguageOfTheReader() {
        screen.open("/unit/mpp-tirta/urusan/NIB-1-0");
        assertThat(screen.find("#timeline")).containsText("hasil: dikabulkan");

        screen.find("[data-lang=en]").click();

        assertThat(screen.find("#timeline")).containsText("outcome: granted");
    }

    @Test
    void aPanelStaysWhileTheServerFails() {
        screen.open("/unit/rsud-tirta");
        Locator rows = screen.find("#queues tbody tr");
        int waiting = rows.count();
        screen.page().route(QUEUES, route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));

        screen.page()
                .waitForResponse(answer -> QUEUES.matcher(answer.url()).find() && answer.status() == 503, () -> {});
        screen.page().unroute(QUEUES);
        screen.page().waitForResponse(answer -> QUEUES.matcher(answer.url()).find() && answer.ok(), () -> {});

        assertThat(waiting).isPositive();
        assertThat(rows).hasCount(waiting);
        screen.forgive("503");
    }

    private Locator restatement(String cause) {
        return screen.find("#restatements .restatement").filter(new Locator.FilterOptions().setHasText(cause));
    }

    private static Locator fact(Locator restatement, String label) {
        return restatement
                .locator(".facts div")
                .filter(new Locator.FilterOptions().setHasText(label))
                .locator("dd");
    }

    private static Locator figure(Locator restatement, String name) {
        return restatement.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Pattern date(String language) {
        return Pattern.compile(".*" + city.lastWeek().format(day(language)));
    }

    /** That date or, where midnight has passed meanwhile, today's. */
    private static Pattern since(LocalDate sent, String language) {
        return Pattern.compile(sent.format(day(language)) + "|" + City.today().format(day(language)));
    }

    private static DateTimeFormatter day(String language) {
        return DateTimeFormatter.ofPattern("d MMM", Locale.forLanguageTag(language));
    }

    private static Locator cell(Locator row, String label) {
        return row.locator("td[data-label='" + label + "']");
    }
}
