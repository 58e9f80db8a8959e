package id.tepati.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The configuration under {@code deploy}, with the addresses of a test and seconds where it has minutes. */
final class ShippedConfig {
    static final Path DEPLOY = RealJar.examples().resolve("..");

    private ShippedConfig() {}

    /** Writes the configuration of Prometheus with its rules and returns its path. */
    static Path prometheus(Path folder, String tepati, int alertmanagerPort) throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        try (Stream<Path> shipped = Files.list(DEPLOY.resolve("prometheus/rules"))) {
            for (Path file : shipped.toList()) {
                String quick = Files.readString(file).replaceAll("(?m)^( +for:) \\d+m$", "$1 3s");
                Files.writeString(rules.resolve(file.getFileName()), quick);
            }
        }
        String config = changed(
                DEPLOY.resolve("prometheus/prometheus.yml"),
                List.of(
                        new Change("tepati: http://127.0.0.1:7070", "tepati: " + tepati),
                        new Change("\"127.0.0.1:7070\"", "\"" + tepati.replace("http://", "") + "\""),
                        new Change("127.0.0.1:9093", "127.0.0.1:" + alertmanagerPort),
                        new Change("scrape_interval: 15s", "scrape_interval: 1s"),
                        new Change("evaluation_interval: 15s", "evaluation_interval: 1s")));
        return Files.writeString(folder.resolve("prometheus.yml"), config);
    }

    /**
     * Writes the configuration of Alertmanager with its template and returns its path. The texts that it proposes for
     * Telegram are sent as well, to the webhook. Only the first wait is a shorter one.
     */
    static Path alertmanager(Path folder, String webhook) throws IOException {
        Path shipped = DEPLOY.resolve("alertmanager");
        Files.copy(shipped.resolve("tepati.tmpl"), folder.resolve("tepati.tmpl"));
        String config = changed(
                shipped.resolve("alertmanager.yml"),
                List.of(
                        new Change("http://127.0.0.1:9095", webhook),
                        new Change("# telegram_configs:", "telegram_configs:"),
                        new Change("#   - bot_token: TOKEN", "  - bot_token: TOKEN\n        api_url: " + webhook),
                        new Change("#     chat_id:", "    chat_id:"),
                        new Change("#     parse_mode:", "    parse_mode:"),
                        new Change("#     message:", "    message:"),
                        new Change("group_wait: 1m", "group_wait: 5s")));
        return Files.writeString(folder.resolve("alertmanager.yml"), config);
    }

    private record Change(String from, String to) {}

    private static String changed(Path file, List<Change> changes) throws IOException {
        String text = Files.readString(file);
        for (Change change : changes) {
            if (!text.contains(change.from())) {
                throw new IllegalStateException(file + " has no " + change.from());
            }
            text = text.replace(change.from(), change.to());
        }
        return text;
    }
}
