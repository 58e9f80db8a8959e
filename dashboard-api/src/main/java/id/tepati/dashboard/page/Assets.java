package id.tepati.dashboard.page;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The files of the page by name, read from the jar when they are first asked for. Thread-safe. */
final class Assets {
    static final String CHARTS = "chart-4.5.1.js";
    static final String ELEMENTS = "preact-10.26.4.js";

    /** Where the web jars hold the libraries, by the names that they are served by. */
    private static final Map<String, String> LIBRARIES = Map.of(
            CHARTS, "/META-INF/resources/webjars/chart.js/4.5.1/dist/chart.umd.min.js",
            ELEMENTS, "/META-INF/resources/webjars/preact/10.26.4/dist/preact.module.js");

    /** The font of the page, whose names hold its version. */
    static final List<String> FONTS = List.of("inter-v20-latin.woff2", "inter-v20-latin-ext.woff2");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_-]*\\.(html|css|js|svg)");
    private static final Pattern WORDS = Pattern.compile("messages_(id|en)\\.json");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2",
            "json", "application/json");

    private final Map<String, Asset> known;

    Assets() {
        this(new ConcurrentHashMap<>());
    }

    /** Keeps what was found in a map. */
    Assets(ConcurrentMap<String, Asset> known) {
        this.known = known;
    }

    /** Whether a name is that of a library or a font, which holds its version, so that it may be kept for ever. */
    static boolean isForEver(String name) {
        return LIBRARIES.containsKey(name) || FONTS.contains(name);
    }

    /** The file of a name; empty where there is none. */
    Optional<Asset> find(String name) {
        boolean possible = isForEver(name)
                || NAME.matcher(name).matches()
                || WORDS.matcher(name).matches();
        return possible ? Optional.ofNullable(known.computeIfAbsent(name, Assets::load)) : Optional.empty();
    }

    private static @Nullable Asset load(String name) {
        Matcher words = WORDS.matcher(name);
        String file = LIBRARIES.getOrDefault(name, "static/" + name);
        try {
            byte[] content =
                    words.matches() ? new JsonMapper().writeValueAsBytes(Words.in(words.group(1))) : read(file);
            return content == null ? null : new Asset(typeOf(name), content);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file + " from the jar", broken);
        }
    }

    private static byte @Nullable [] read(String file) throws IOException {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            return in == null ? null : in.readAllBytes();
        }
    }

    private static String typeOf(String name) {
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)))
                .orElseThrow();
    }
}
