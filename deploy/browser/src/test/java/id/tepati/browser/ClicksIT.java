package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown on every page: every link leads somewhere else, and no badge touches what stands beside it. */
@EnabledIfSystemProperty(
        named = "tepati.long",
        matches = "true",
        disabledReason = "a long run over every page: deploy/verify --long")
class ClicksIT {
    private static final int MOST_PAGES = 16;
    private static final List<String> PAGES = List.of(
            "/",
            "/unit/kota-tirtamaya",
            "/unit/mpp-tirta",
            "/unit/rsud-tirta/layanan/rawat-jalan",
            "/unit/mpp-tirta/urusan/" + City.LATE,
            "/terlambat",
            "/berjalan",
            "/kondisi",
            "/ditolak",
            "/tanpa-awal");
    private static final Pattern FONT = Pattern.compile("\\.woff2$");
    private static final Pattern IDENTIFIED = Pattern.compile("/(layanan|urusan)/.*");

    private static final String LINKS =
            "() => [...document.querySelectorAll('main a[href]:not([download]), #breadcrumb a[href]')]"
                    + ".map(link => link.getAttribute('href'))";

    /** Text that stands in one line with a badge and nearer to it than three pixels. */
    private static final String TOUCHING = """
            () => {
              const visible = (box) => box.width > 1 && box.height > 1;
              const touching = [];
              document.querySelectorAll('main .badge, main .mark-note').forEach((badge) => {
                const own = badge.getBoundingClientRect();
                if (!badge.checkVisibility() || !visible(own)) return;
                const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                for (let text = texts.nextNode(); text; text = texts.nextNode()) {
                  if (badge.contains(text) || text.data.trim() === '' || !text.parentElement.checkVisibility()) continue;
                  const range = document.createRange();
                  const begin = text.data.search(/\\S/);
                  range.setStart(text, begin);
                  range.setEnd(text, text.data.trimEnd().length);
                  for (const box of range.getClientRects()) {
                    const shared = Math.min(own.bottom, box.bottom) - Math.max(own.top, box.top);
                    const apart = Math.max(box.left - own.right, own.left - box.right);
                    if (visible(box) && shared > box.height / 2 && apart < 3) touching.push(`${badge.textContent} | ${text.data}`);
                  }
                }
              });
              return touching;
            }""";

    @TempDir
    static Path folder;

    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.start(folder);
        City city = site.city();
        city.publish(Map.of("zz-crowd.yaml", Crowd.catalogue()));
        city.live();
        city.crowd();
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void everyLinkLeadsToAnotherPageThatIsThere() {
        Queue<String> ahead = new ArrayDeque<>(PAGES);
        Set<String> kinds = new LinkedHashSet<>();
        try (Screen screen = site.screen(1280, 900)) {
            for (int page = 0; page < MOST_PAGES && !ahead.isEmpty(); page++) {
                String here = ahead.remove();
                screen.open(here);
                assertThat(screen.find("h1")).not().hasText("Halaman tidak ditemukan");
                List<String> links = links(screen);
                assertThat(links).as("ways from %s", here).isNotEmpty().doesNotContain(here);
                links.stream()
                        .filter(link -> kinds.add(IDENTIFIED.matcher(link).replaceAll("/$1")))
                        .forEach(ahead::add);
            }
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void moreUnitsThanAreNamedCanBeSeen() {
        try (Screen screen = site.screen(1280, 900)) {
            screen.open("/");
            screen.find("#attention > details > summary").click();

            assertThat(screen.find("#attention > details .attention a").first()).isVisible();
        }
    }

    /** With the page's own font, and once with that of a machine that has not got it. */
    @ParameterizedTest
    @CsvSource({"1280, id, true", "360, id, true", "360, en, true", "360, id, false"})
    void noBadgeTouchesWhatStandsBesideItWhateverTheFont(int width, String language, boolean own) {
        try (Screen screen = site.screen(width, 900)) {
            if (!own) {
                screen.page().route(FONT, Route::abort);
            }
            for (String page : PAGES) {
                screen.page().navigate(site.address() + page + "?lang=" + language);
                screen.awaitState("live");

                assertThat((List<?>) screen.page().evaluate(TOUCHING)).as(page).isEmpty();
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Screen screen) {
        return (List<String>) screen.page().evaluate(LINKS);
    }
}
