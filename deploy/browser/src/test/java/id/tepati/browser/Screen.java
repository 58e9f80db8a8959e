package id.tepati.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One window with the page in it, used by keyboard; remembers what the browser complained about. */
final class Screen implements AutoCloseable {
    private static final int MOST_STOPS = 150;
    private static final String DRAWN = """
            () => {
              const canvas = document.getElementById('course-chart');
              return !canvas || (window.Chart !== undefined && Chart.getChart(canvas) !== undefined);
            }""";
    private static final String FONT =
            "() => [...document.fonts].some(({ family, status }) => family.includes('Inter') && status === 'loaded')";
    private static final String FOCUS_SHOWS = """
            () => {
              const element = document.activeElement;
              if (element === document.body) return true;
              const style = getComputedStyle(element);
              return element.matches(':focus-visible') && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
            }""";

    private final BrowserContext window;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Screen(BrowserContext window, String address) {
        this.window = window;
        this.address = address;
        this.page = window.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
    }

    /** Another tab of the same browser. */
    Screen anotherTab() {
        return new Screen(window, address);
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Opens an address and waits until it shows live figures, in its own font. */
    void open(String path) {
        page.navigate(address + path);
        awaitState("live");
        page.waitForFunction(FONT);
    }

    /** The states that the page said it was in, where a script of the test keeps them. */
    @SuppressWarnings("unchecked")
    List<String> states() {
        return (List<String>) page.evaluate("() => window.states");
    }

    void awaitState(String state) {
        find("#freshness[data-state='" + state + "']").waitFor();
    }

    /** Goes on by Tab, past the end to the beginning, until the focus is where it should; it can be seen at every stop. */
    void tabTo(String selector) {
        for (int stop = 0; stop < MOST_STOPS; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(FOCUS_SHOWS))
                    .as("the focus shows on %s", focused())
                    .isEqualTo(true);
            if (isFocused(selector)) {
                return;
            }
        }
        throw new AssertionError("no way by Tab to " + selector);
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** The text of what has the focus. */
    String focusedText() {
        return (String) page.evaluate("() => document.activeElement.textContent");
    }

    String language() {
        return find("html").getAttribute("lang");
    }

    /** Leaves a picture of the whole page in the build's output, once what it draws is drawn. */
    void picture(String name) {
        page.waitForFunction(DRAWN);
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of(System.getProperty("tepati.screenshots"), name + ".png")));
    }

    /** By how many pixels the page is wider than the window. */
    int overhang() {
        return (Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Takes back what the browser complained about as the test had it happen. */
    void forgive(String text) {
        assertThat(complaints.removeIf(complaint -> complaint.contains(text)))
                .as("complaints of %s", text)
                .isTrue();
    }

    private boolean isFocused(String selector) {
        return (Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector);
    }

    private Object focused() {
        return page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)");
    }

    @Override
    public void close() {
        window.close();
    }
}
