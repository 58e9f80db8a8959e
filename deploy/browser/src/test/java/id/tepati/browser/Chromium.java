package id.tepati.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own Chromium, driven from outside. Nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Skips what needs a browser where there is none. */
    static void assumeThere() {
        assumeTrue(path().isPresent(), "left out: chromium is not installed");
    }

    static Chromium start() {
        Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path().orElseThrow())
                        .setHeadless(true)
                        .setChromiumSandbox(!isRoot())
                        .setArgs(flags()));
        return new Chromium(playwright, browser);
    }

    /** A window of its own, that keeps nothing of the others. */
    BrowserContext window(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    }

    /** The same, of somebody who lives elsewhere. */
    BrowserContext window(int width, int height, ZoneId zone) {
        return browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setTimezoneId(zone.getId()));
    }

    private static List<String> flags() {
        List<String> flags =
                new ArrayList<>(List.of("--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"));
        if (isRoot()) {
            flags.add("--no-sandbox");
        }
        return flags;
    }

    /** Chromium refuses its sandbox to root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Optional<Path> path() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
