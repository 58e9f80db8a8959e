package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page in every state: axe-core finds nothing serious, the browser complains of nothing, nothing is wider than
 * the screen, and a picture of each, in Indonesian, is left for people to look at.
 */
class PicturesIT {
    private static final int PHONE = 360;
    private static final int DESK = 1280;
    private static final int HEIGHT = 900;
    private static final List<Integer> DESK_ALONE = List.of(DESK);
    private static final List<Integer> BOTH = List.of(DESK, PHONE);

    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("kota", "/");
        PAGES.put("unit", "/unit/rsud-tirta");
        PAGES.put("unit-files", "/unit/mpp-tirta");
        PAGES.put("unit-restated", "/unit/pkm-anggrek");
        PAGES.put("layanan", "/unit/rsud-tirta/layanan/rawat-jalan");
        PAGES.put("berkas", "/unit/mpp-tirta/urusan/" + City.LATE);
        PAGES.put("antrean", "/unit/rsud-tirta/urusan/rsud-tirta-A5");
        PAGES.put("terlambat", "/terlambat");
        PAGES.put("menjelang", "/menjelang");
        PAGES.put("berjalan", "/berjalan");
        PAGES.put("kondisi", "/kondisi");
        PAGES.put("ditolak", "/ditolak");
        PAGES.put("tanpa-awal", "/tanpa-awal");
    }

    private static final Map<String, String> EMPTY_PAGES = Map.of(
            "kota", "/",
            "unit", "/unit/rsud-tirta",
            "layanan", "/unit/rsud-tirta/layanan/rawat-jalan",
            "terlambat", "/terlambat",
            "berjalan", "/berjalan",
            "kondisi", "/kondisi");

    @TempDir
    static Path folder;

    private static Site site;

    private final Axe axe = new Axe();

    @BeforeAll
    static void start() {
        site = Site.start(folder);
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void everyPageInEveryStateCanBeReadByAll() {
        City city = site.city();
        look("id", "without-catalogue", DESK_ALONE, Map.of("kota", "/", "kondisi", "/kondisi"));
        city.publish();
        look("id", "empty", DESK_ALONE, EMPTY_PAGES);
        city.live();
        city.machineFallsSilent();
        city.voidTicketOfLastWeek();
        city.visitorOfLastWeek();
        look("id", "normal", BOTH, PAGES);
        look("en", "normal", BOTH, PAGES);
        onTheWall();
        onPaper();
        whenTheServerStops();
    }

    private void look(String language, String state, List<Integer> widths, Map<String, String> pages) {
        try (Screen screen = site.screen(DESK, HEIGHT)) {
            pages.forEach((name, path) -> {
                screen.open(path + "?lang=" + language);
                assertThat(screen.find("h1")).isVisible();
                for (int width : widths) {
                    screen.page().setViewportSize(width, HEIGHT);
                    check(screen, String.join("-", name, state, language, String.valueOf(width)));
                }
            });
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private void check(Screen screen, String picture) {
        if (screen.language().equals("id")) {
            screen.picture(picture);
        }
        assertThat(axe.serious(screen.page())).as(picture).isEmpty();
        assertThat(screen.overhang()).as("%s overhangs", picture).isLessThanOrEqualTo(0);
    }

    private void onTheWall() {
        try (Screen screen = site.screen(1920, 1080)) {
            PAGES.forEach((name, path) -> {
                screen.open(path + "?dinding");
                assertThat(screen.find("#wall-toggle")).hasText("Tutup layar dinding");
                check(screen, name + "-wall-id-1920");
            });
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private static void onPaper() {
        try (Screen screen = site.screen(794, 1123)) {
            screen.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String name : List.of("kota", "unit", "berkas")) {
                screen.open(PAGES.get(name));
                screen.picture(name + "-print-id-794");
                assertThat(screen.find(".tools")).isHidden();
            }
            assertThat(screen.complaints()).isEmpty();
        }
    }

    private void whenTheServerStops() {
        Map<String, Screen> screens = new LinkedHashMap<>();
        try {
            PAGES.forEach((name, path) -> {
                Screen screen = site.screen(DESK, HEIGHT);
                screens.put(name, screen);
                screen.open(path);
            });
            site.stopServer();
            screens.forEach((name, screen) -> {
                screen.awaitState("cut");
                assertThat(screen.find("#stale")).containsText("Aliran data terputus.");
                for (int width : BOTH) {
                    screen.page().setViewportSize(width, HEIGHT);
                    check(screen, name + "-stale-id-" + width);
                }
            });
        } finally {
            screens.values().forEach(Screen::close);
        }
    }
}
