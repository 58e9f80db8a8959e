package id.tepati.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import id.tepati.standalone.RealJar;
import id.tepati.standalone.RealProvider;
import id.tepati.standalone.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city whose people sign in by a provider on another site alone, as a client without a secret. */
class OidcIT {
    private static final IsVisibleOptions PATIENTLY = new IsVisibleOptions().setTimeout(30_000);
    private static final HasTextOptions IN_TIME = new HasTextOptions().setTimeout(30_000);
    private static final ContainsTextOptions CONTAINED_IN_TIME = new ContainsTextOptions().setTimeout(30_000);
    private static final String BUTTON = "a.button[href^='/masuk/oidc']";

    @TempDir
    static Path folder;

    private static RealProvider provider;
    private static RealJar server;
    private static Chromium chromium;
    private static String address;
    private final Axe axe = new Axe();

    @BeforeAll
    static void start() throws Exception {
        Chromium.assumeThere();
        int port = Tool.freePort();
        provider = RealProvider.start(
                folder,
                "http://127.0.0.1:" + port,
                "",
                Map.of(
                        "camat",
                        Map.of("name", "Camat Anggrek", "groups", List.of("camat-anggrek")),
                        "tamu",
                        Map.of("name", "Tamu", "groups", List.of())));
        provider.configure(folder.resolve("oidc.yaml"));
        server = RealJar.start(
                folder, "up", "--data", "data", "--port", Integer.toString(port), "--oidc-config", "oidc.yaml");
        address = server.awaitReady();
        chromium = Chromium.start();
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    private static Screen asked(String path) {
        Screen screen = new Screen(chromium.window(390, 844), address);
        screen.page().navigate(address + path);
        assertThat(screen.find(BUTTON)).isVisible(PATIENTLY);
        return screen;
    }

    private static void signInAs(Screen screen, String name) {
        screen.find(BUTTON).click();
        assertThat(screen.find("h1")).hasText("Akun Kota", IN_TIME);
        assertThat(screen.page().url()).startsWith("http://localhost:");
        screen.find("input[name=name]").fill(name);
        screen.press("Enter");
    }

    @Test
    void leadsToTheProviderAndBackToThePageThatWasAskedFor() {
        try (Screen screen = asked("/akun")) {
            assertThat(screen.find(BUTTON)).hasText("Masuk dengan Akun Kota");
            assertThat(screen.find("form.sign-in")).hasCount(0);
            assertThat(axe.serious(screen.page())).isEmpty();

            signInAs(screen, "camat");

            assertThat(screen.find("#account-link")).hasText("Camat Anggrek", IN_TIME);
            assertThat(screen.page().url()).isEqualTo(address + "/akun");
            assertThat(screen.find("main")).containsText("melihat angka", CONTAINED_IN_TIME);
            assertThat(screen.find("#system-link")).isHidden();
            screen.find("main button").first().click();
            assertThat(screen.find(BUTTON)).isVisible(PATIENTLY);
            assertThat(screen.complaints()).isEmpty();
        }
    }

    @Test
    void saysWhyThatFailedAndWhatToDo() {
        try (Screen screen = asked("/akun")) {
            signInAs(screen, "tamu");

            assertThat(screen.find("[role=alert]")).containsText("belum punya peran", CONTAINED_IN_TIME);
            assertThat(axe.serious(screen.page())).isEmpty();
            assertThat(screen.find(BUTTON)).hasAttribute("href", "/masuk/oidc?ke=%2Fakun");
        }
    }

    @Test
    void showsNoSentenceOfAnAddress() {
        try (Screen screen = asked("/masuk?galat=Hubungi%20lain.example")) {
            assertThat(screen.find("main")).not().containsText("lain.example");
        }
    }
}
