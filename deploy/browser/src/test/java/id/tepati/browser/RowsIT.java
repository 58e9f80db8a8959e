package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader focused, opened or selected stays with its row, whatever comes, goes or moves about it. */
class RowsIT {
    private static final HasTextOptions PATIENTLY = new HasTextOptions().setTimeout(30_000);

    /** Shows three rows, has one focused and another selected, and shows them in another order. */
    private static final String MOVE = """
            async ([focused, selected, order]) => {
              const { h, show } = await import('/assets/elements.js');
              const place = document.body.appendChild(document.createElement('div'));
              const rows = (ids) => h('ul', {}, [...ids].map((id) => h('li', { key: id }, h('a', { id, href: '/' }, `row ${id}`))));
              show(place, rows('abc'));
              document.getElementById(focused).focus();
              getSelection().selectAllChildren(document.getElementById(selected));
              show(place, rows(order));
              const told = [document.activeElement.id, String(getSelection()), place.textContent];
              place.remove();
              return told;
            }""";

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
        city.legalisation(Instant.now().minus(Duration.ofHours(2)), "LEG-2");
        city.legalisation(Instant.now().minus(Duration.ofHours(1)), "LEG-1");
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

    @ParameterizedTest
    @CsvSource({"/, LEG-3", "/terlambat, LEG-4"})
    void theFocusStaysWithItsCaseWhileALaterOneComesAboveItAndGoes(String address, String later) {
        screen.open(address);
        Locator cases = screen.find("main").locator("table").first().locator("a.case");
        assertThat(cases).hasText(new String[] {"Berkas LEG-2", "Berkas LEG-1"}, PATIENTLY);
        cases.nth(1).focus();

        city.legalisation(Instant.now().minus(Duration.ofHours(3)), later);

        assertThat(cases).hasText(new String[] {"Berkas " + later, "Berkas LEG-2", "Berkas LEG-1"}, PATIENTLY);
        assertThat(screen.focusedText()).isEqualTo("Berkas LEG-1");

        city.legalised(later);

        assertThat(cases).hasText(new String[] {"Berkas LEG-2", "Berkas LEG-1"}, PATIENTLY);
        assertThat(screen.focusedText()).isEqualTo("Berkas LEG-1");
    }

    @Test
    void whatIsOpenedStaysOpenWhereItIsWhenAnotherServiceComesAboveIt() {
        screen.open("/unit/mpp-tirta");
        Locator rows = screen.find("#services tbody tr");
        assertThat(rows.first()).containsText("Legalisasi");
        rows.first().locator(".share summary").click();

        city.advice("issued", Duration.ofMinutes(25), "K1");
        city.advice("called", Duration.ofMinutes(4), "K1");
        city.advice("served", Duration.ZERO, "K1");

        assertThat(rows.first().locator("th")).hasText("Konsultasi Perizinan", PATIENTLY);
        assertThat(screen.find("#services .share[open]")).hasCount(1);
        assertThat(rows.filter(new Locator.FilterOptions().setHas(screen.find(".share[open]"))))
                .containsText("Legalisasi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bca", "cab", "cba", "acb", "bxac"})
    void aRowThatMovesTakesTheFocusAndTheSelectedTextAlong(String order) {
        screen.open("/");
        for (String focused : List.of("a", "b", "c")) {
            for (String selected : List.of("a", "b", "c")) {
                Object told = screen.page().evaluate(MOVE, List.of(focused, selected, order));

                assertThat(told).isEqualTo(List.of(focused, "row " + selected, order.replaceAll(".", "row $0")));
            }
        }
    }
}
