package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody sees who opens the page, from the first moment on. */
class DoorIT {
    private static final Pattern COMPLIANCE = Pattern.compile("/api/v1/compliance\\?");
    private static final Pattern LINE = Pattern.compile("/api/v1/live");

    /** Keeps every state that the page says it is in, from its first element on. */
    private static final String WATCH_STATES = """
            window.states = [];
            new MutationObserver(() => {
              const state = document.getElementById('freshness')?.dataset.state;
              const told = document.getElementById('stale')?.textContent;
              if (state) window.states.push(told ? `${state}: ${told}` : state);
            }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
            """;

    /** A test cannot hold what a worker of all tabs asks for. */
    private static final String NO_WORKERS = "delete window.SharedWorker;";

    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder;

    private static City city;
    private static Site site;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?dinding",
                "/?lang=en",
                "/unit/rsud-tirta",
                "/unit/mpp-tirta",
                "/unit/rsud-tirta/layanan/rawat-jalan",
                "/unit/mpp-tirta/urusan/" + City.LATE,
                "/terlambat",
                "/menjelang",
                "/berjalan",
                "/kondisi"
            })
    void aPageThatLoadsNeverSaysThatItsLineIsCut(String address) {
        try (Screen screen = site.screen(1280, 900)) {
            List<Route> held = new ArrayList<>();
            screen.page().addInitScript(WATCH_STATES);
            screen.page().addInitScript(NO_WORKERS);
            screen.page().route(LINE, held::add);
            screen.page().navigate(site.address() + address);
            assertThat(screen.find("h1")).isVisible();
            assertThat(screen.find("#freshness strong")).hasText(Pattern.compile("Menyambung …|Connecting …"));
            screen.page().waitForCondition(() -> !held.isEmpty());
            held.forEach(Route::resume);
            screen.awaitState("live");

            assertThat(screen.states()).contains("connecting", "live").containsOnly("connecting", "live");
            assertThat(screen.complaints()).isEmpty();
        }
    }

    /** The page is open when it begins, as on a wall: figures are marked with word and sign until it is in. */
    @Test
    void whileHistoryComesInThePageSaysSo() {
        try (Screen screen = site.screen(1280, 900)) {
            screen.open("/");
            assertThat(screen.find("#history")).isEmpty();

            city.halfOfTheHistory();

            screen.awaitState("history");
            assertThat(screen.find("#freshness strong")).hasText("Memuat riwayat");
            assertThat(screen.find("#history")).containsText("Riwayat sedang dimuat. Semua angka");
            assertThat(screen.find("#history-progress")).hasText("1 dari 2 catatan sudah masuk (50%)");
            assertThat(screen.find("#now dt .mark-note:has(svg)"))
                    .hasText(new String[] {"sementara", "sementara", "sementara"});

            city.halfOfTheHistory();

            screen.awaitState("live");
            assertThat(screen.find("#history")).isEmpty();
            assertThat(screen.find("#now dt .mark-note")).hasCount(0);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void daysAreThoseOfTheServerWhateverTheViewersClockAndZone(int days) {
        String service = "/unit/mpp-tirta/layanan/izin-usaha";
        String late = "/unit/mpp-tirta/urusan/" + City.LATE;
        try (Screen here = site.screen(1280, 900);
                Screen away = site.screen(1280, 900, ZoneId.of("America/New_York"), Duration.ofDays(days))) {
            LocalDate before = City.today();
            Request asked = away.page().waitForRequest(COMPLIANCE, () -> away.open(service));
            assertThat(asked.url()).containsAnyOf("to=" + before, "to=" + City.today());
            here.open(service);
            assertThat(away.find("#days .bars-axis").first().textContent())
                    .isEqualTo(here.find("#days .bars-axis").first().textContent());
            assertThat(away.find("#freshness").textContent())
                    .matches(here.find("#freshness").textContent().replaceAll("\\d\\d\\.\\d\\d\\.\\d\\d", "[0-9.]+"));

            here.open(late);
            away.open(late);
            for (String mark : List.of("start", "due")) {
                String told = ".marks [data-mark=" + mark + "]";
                assertThat(away.find(told).allTextContents())
                        .isEqualTo(here.find(told).allTextContents())
                        .isNotEmpty();
            }
            assertThat(away.find(".marks [data-mark=now]").first().textContent())
                    .as("days over")
                    .matches(here.find(".marks [data-mark=now]")
                            .first()
                            .textContent()
                            .replaceAll("\\d+ (j|mnt|dtk)", ".*"));
            assertThat(away.complaints()).isEmpty();
        }
    }

    @Test
    void allTabsOfABrowserShareOneLine() {
        try (Screen first = site.screen(1280, 900)) {
            Screen second = first.anotherTab();
            Screen third = first.anotherTab();
            first.open("/terlambat");
            second.open("/terlambat");
            third.open("/unit/mpp-tirta");
            awaitOneViewer();

            city.legalisation(Instant.now().minus(Duration.ofDays(20)), "LEG-5");
            List.of(first, second, third)
                    .forEach(tab -> assertThat(late(tab, "LEG-5")).isVisible(PATIENTLY));

            third.page().close();
            first.page().close();
            city.legalisation(Instant.now().minus(Duration.ofDays(21)), "LEG-6");
            assertThat(late(second, "LEG-6")).isVisible(PATIENTLY);
            second.awaitState("live");
            awaitOneViewer();
            second.page().close();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(site.viewers()).isZero());

            assertThat(List.of(first, second, third))
                    .allSatisfy(tab -> assertThat(tab.complaints()).isEmpty());
        }
    }

    private static void awaitOneViewer() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(site.viewers()).isEqualTo(1));
    }

    private static Locator late(Screen tab, String id) {
        return tab.find("main a.case")
                .filter(new Locator.FilterOptions().setHasText(id))
                .first();
    }

    @Test
    void aLineThatDoesNotComeAboutIsSaidInTheEnd() {
        try (Screen screen = site.screen(1280, 900)) {
            screen.page().addInitScript(NO_WORKERS);
            screen.page().route(LINE, route -> {});
            screen.page().navigate(site.address() + "/");

            screen.awaitState("connecting");
            screen.awaitState("cut");
            assertThat(screen.find("#stale")).containsText("belum ada keadaan yang diketahui");
        }
    }
}
