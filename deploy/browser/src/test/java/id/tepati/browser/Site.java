package id.tepati.browser;

import id.tepati.standalone.Api;
import id.tepati.standalone.RealJar;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;

/** The jar that was built and a browser to look at its page with, for the tests of one class. */
final class Site implements AutoCloseable {
    private static final String CLOCK = """
            const TrueDate = Date;
            window.Date = class extends TrueDate {
              constructor(...given) { if (given.length === 0) super(Date.now()); else super(...given); }
              static now() { return TrueDate.now() + %d; }
            };
            """;

    private final RealJar server;
    private final Chromium chromium;
    private final String address;

    private Site(RealJar server, Chromium chromium, String address) {
        this.server = server;
        this.chromium = chromium;
        this.address = address;
    }

    /** Starts both on an empty directory; where there is no browser, the tests are skipped. */
    static Site start(Path folder) {
        Chromium.assumeThere();
        RealJar server = RealJar.start(folder, "up", "--data", "data", "--port", "0");
        try {
            String address = server.awaitReady();
            return new Site(server, Chromium.start(), address);
        } catch (RuntimeException | AssertionError notStarted) {
            server.close();
            throw notStarted;
        }
    }

    /** A city on the server; nothing is published yet. */
    City city() {
        return new City(new Api(address));
    }

    /** How many lines of live updates the server serves. */
    int viewers() {
        return new Api(address)
                .text("/metrics")
                .lines()
                .filter(line -> line.startsWith("tepati_live_viewers"))
                .mapToInt(line -> (int) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Where the page is, without a slash at the end. */
    String address() {
        return address;
    }

    /** A window of its own. */
    Screen screen(int width, int height) {
        return new Screen(chromium.window(width, height), address);
    }

    /** A window of somebody who lives elsewhere and whose clock is so far ahead. */
    Screen screen(int width, int height, ZoneId zone, Duration ahead) {
        Screen screen = new Screen(chromium.window(width, height, zone), address);
        screen.page().addInitScript(CLOCK.formatted(ahead.toMillis()));
        return screen;
    }

    /** Ends the server as Ctrl-C does. */
    void stopServer() {
        server.stop();
    }

    @Override
    public void close() {
        chromium.close();
        server.close();
    }
}
