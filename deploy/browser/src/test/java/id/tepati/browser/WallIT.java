package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A city of more than sixty units on a wall, where nobody scrolls. */
class WallIT {
    private static final List<String> GLANCE =
            List.of("#headline", "#now", "#late", "#oldest", "#course", "#queues", "#units");

    @TempDir
    static Path folder;

    private static Site site;
    private static City city;

    private final Axe axe = new Axe();

    @BeforeAll
    static void start() {
        site = Site.start(folder);
        city = site.city();
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

    @ParameterizedTest
    @CsvSource({"1920, 1080", "1280, 800"})
    void theGlanceIsSeenWhole(int width, int height) {
        try (Screen screen = site.screen(width, height)) {
            screen.open("/?dinding");
            screen.picture("kota-65-wall-id-" + width);

            assertThat(screen.find("#units .tile").count()).isGreaterThan(60);
            assertThat(screen.find("#late tbody a.case").count()).isEqualTo(8);
            for (String part : GLANCE) {
                BoundingBox box = screen.find(part).boundingBox();
                assertThat(box.y).as("top of %s", part).isNotNegative();
                assertThat(box.y + box.height).as("bottom of %s", part).isLessThanOrEqualTo(height);
            }
            assertThat(screen.overhang()).isLessThanOrEqualTo(0);
            assertThat(axe.serious(screen.page())).isEmpty();
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void theWorstUnitsComeFirstAndLarge() {
        try (Screen screen = site.screen(1920, 1080)) {
            screen.open("/?dinding");

            assertThat(screen.find("#units h3").allTextContents())
                    .extracting(heading -> heading.replaceAll(" \\d+$", ""))
                    .startsWith("Tidak menepati", "Berisiko", "Menepati");
            assertThat(screen.find("#units .tiles:not(.small) .tile[data-status=kept]"))
                    .hasCount(0);
            assertThat(screen.find("#units .small .tile[data-status=not-kept]")).hasCount(0);
        }
    }

    @Test
    void theWallIsEnteredAndLeftByKeyboard() {
        try (Screen screen = site.screen(1280, 800)) {
            screen.open("/");
            assertThat(screen.find("#attention")).isVisible();

            screen.tabTo("#wall-toggle");
            screen.press("Enter");
            assertThat(screen.find(".glance")).isVisible();
            screen.tabTo("#late a.case");
            screen.tabTo("#wall-toggle");
            screen.press("Enter");

            assertThat(screen.find("#attention")).isVisible();
            assertThat(screen.find(".glance")).hasCount(0);
        }
    }

    @Test
    void whoTurnedLateLastIsNamedThoughMoreHaveBeenLateForLonger() {
        try (Screen screen = site.screen(1280, 800)) {
            screen.open("/");
            assertThat(screen.find("#late tbody a.case")).hasCount(6);

            city.legalisation(Instant.now().minusSeconds(70), "LEG-9");

            assertThat(screen.find("#newly-late")).containsText("Terakhir menjadi terlambat: Berkas LEG-9");
            screen.find("#newly-late a.case").click();
            assertThat(screen.find("h1")).hasText("Berkas LEG-9");
        }
    }

    @Test
    void onATelephoneItIsOneColumn() {
        try (Screen screen = site.screen(360, 740)) {
            for (String path : List.of("/", "/?dinding")) {
                screen.open(path);
                assertThat(screen.find("#now")).isInViewport();
                assertThat(screen.overhang()).as(path).isLessThanOrEqualTo(0);
                assertThat(axe.serious(screen.page())).as(path).isEmpty();
            }
            screen.picture("kota-65-wall-id-360");
        }
    }
}
