package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
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

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.start(folder);
        City city = site.city();
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

    @Test
    void aLineThatDoesNotComeAboutIsSaidInTheEnd() {
        try (Screen screen = site.screen(1280, 900)) {
            screen.page().route(LINE, route -> {});
            screen.page().navigate(site.address() + "/");

            screen.awaitState("connecting");
            screen.awaitState("cut");
            assertThat(screen.find("#stale")).containsText("belum ada keadaan yang diketahui");
        }
    }
}
