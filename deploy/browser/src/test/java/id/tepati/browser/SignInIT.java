package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import id.tepati.standalone.RealJar;
import id.tepati.standalone.RealJar.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Nobody, then a camat, on a city that they see a part of. The first test is before anybody may sign in. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SignInIT {
    private static final String PASSWORD = "lima kuda di sawah";
    private static final String ANOTHER = "enam kuda di sawah";
    private static final int TRIES = 10;
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);

    @TempDir
    static Path folder;

    private static Site site;
    private final Axe axe = new Axe();

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

    private static void tepati(String password, String... arguments) throws IOException {
        Files.writeString(folder.resolve("password"), password);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--password-file", "password", "--data", "data", "--why", "uji"));
        Ended ended = RealJar.run(folder, all.toArray(String[]::new));
        assertThat(ended.exit()).as(ended.output()).isZero();
    }

    private static void add(String id, String grant) throws IOException {
        tepati(PASSWORD, "users", "add", id, "--name", "Camat Anggrek", "--grant", grant);
    }

    @Test
    @Order(1)
    void saysThatEverythingIsOpenWhileNobodyIsConfigured() {
        try (Screen screen = site.screen(1280, 800)) {
            screen.open("/");
            assertThat(screen.find("#open-note")).containsText("hanya di mesin ini");
            assertThat(screen.find("#system-link")).isVisible();
            assertThat(screen.find("#account-link")).isHidden();
        }
    }

    @Test
    @Order(2)
    void asksForNameAndPasswordAndComesToThePageThatWasAskedFor() throws IOException {
        add("camat-anggrek", "viewer:kec-anggrek");
        try (Screen screen = site.screen(390, 844)) {
            screen.page().navigate(site.address() + "/unit/pkm-anggrek");
            Locator form = screen.find("form.sign-in");
            assertThat(form).isVisible(PATIENTLY);
            assertThat(screen.find("body")).not().containsText("RSUD");
            assertThat(axe.serious(screen.page())).isEmpty();

            type(screen, "camat-anggrek", "bukan kata sandi ini");
            assertThat(screen.find("[role=alert]"))
                    .hasText(java.util.regex.Pattern.compile("tidak cocok"), new HasTextOptions().setTimeout(15_000));
            assertThat(screen.find("#password")).isFocused();

            screen.page().keyboard().type(PASSWORD);
            screen.page().keyboard().press("Enter");
            assertThat(screen.find("h1")).hasText("Puskesmas Anggrek", new HasTextOptions().setTimeout(30_000));
            assertThat(screen.page().url()).endsWith("/unit/pkm-anggrek");
            assertThat(screen.find("#account-link")).hasText("Camat Anggrek");
            assertThat(screen.find("#system-link")).isHidden();
            assertThat(screen.find("#open-note")).isEmpty();
        }
    }

    @Test
    @Order(3)
    void showsACamatTheOwnUnitsAlone() {
        try (Screen screen = signedIn("/")) {
            assertThat(screen.find("main")).containsText("Puskesmas Anggrek");
            assertThat(screen.find("body")).not().containsText("RSUD");
            assertThat(screen.find("body")).not().containsText("Mal Pelayanan");
            screen.page().navigate(site.address() + "/unit/rsud-tirta");
            assertThat(screen.find("h1")).hasText("Halaman tidak ditemukan", new HasTextOptions().setTimeout(30_000));
        }
    }

    @Test
    @Order(4)
    void saysThatASessionEndedOnAPageThatIsOpenAndComesBackToIt() throws IOException {
        try (Screen screen = signedIn("/unit/pkm-anggrek")) {
            tepati(ANOTHER, "users", "passwd", "camat-anggrek");

            assertThat(screen.find("form.sign-in")).isVisible(PATIENTLY);
            assertThat(screen.find("main")).containsText("Sesi Anda sudah berakhir");
            type(screen, "camat-anggrek", ANOTHER);
            assertThat(screen.find("h1")).hasText("Puskesmas Anggrek", new HasTextOptions().setTimeout(30_000));
            tepati(PASSWORD, "users", "passwd", "camat-anggrek");
        }
    }

    @Test
    @Order(5)
    void signsOut() {
        try (Screen screen = signedIn("/akun")) {
            assertThat(screen.find("main")).containsText("melihat angka");
            assertThat(axe.serious(screen.page())).isEmpty();
            screen.find("main button").first().click();
            assertThat(screen.find("form.sign-in")).isVisible(PATIENTLY);
            screen.page().reload();
            assertThat(screen.find("form.sign-in")).isVisible(PATIENTLY);
        }
    }

    @Test
    @Order(6)
    void locksANameAfterTenWrongPasswords() {
        try (Screen screen = site.screen(1280, 800)) {
            screen.page().navigate(site.address() + "/masuk");
            assertThat(screen.find("form.sign-in")).isVisible(PATIENTLY);
            for (int wrong = 0; wrong < TRIES; wrong++) {
                type(screen, "lurah-melati", "kata sandi nomor " + wrong);
                assertThat(screen.find("[role=alert]")).containsText("tidak cocok");
                assertThat(screen.find("#password")).isEmpty();
                assertThat(screen.find("form.sign-in button")).hasAttribute("aria-disabled", "false");
            }
            type(screen, "lurah-melati", PASSWORD);
            assertThat(screen.find("[role=alert]")).containsText("terkunci");
        }
    }

    private static Screen signedIn(String path) {
        Screen screen = site.screen(1280, 800);
        screen.page().navigate(site.address() + path);
        assertThat(screen.find("form.sign-in")).isVisible(PATIENTLY);
        type(screen, "camat-anggrek", PASSWORD);
        assertThat(screen.find("#account-link")).isVisible(PATIENTLY);
        return screen;
    }

    /** As with a keyboard: the name has the focus when the page comes. */
    private static void type(Screen screen, String name, String password) {
        screen.find("#user").fill(name);
        screen.find("#password").fill(password);
        screen.page().keyboard().press("Enter");
    }
}
