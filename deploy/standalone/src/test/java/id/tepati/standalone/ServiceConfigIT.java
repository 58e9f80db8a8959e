package id.tepati.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service that systemd runs, as its own tools judge it. */
class ServiceConfigIT {
    private static final Path SHIPPED = ShippedConfig.DEPLOY.resolve("systemd/tepati.service");
    private static final String JAVA = "/usr/bin/java";

    @TempDir
    Path folder;

    private static Map<String, List<String>> directives() throws IOException {
        return Files.readAllLines(SHIPPED).stream()
                .filter(line -> line.matches("[A-Z].*=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.groupingBy(
                        both -> both[0], Collectors.mapping(both -> both[1], Collectors.toList())));
    }

    @Test
    void systemdUnderstandsAllOfIt() throws Exception {
        Path here = Path.of(System.getProperty("java.home"), "bin", "java");
        Path unit = Files.writeString(
                folder.resolve("tepati.service"), Files.readString(SHIPPED).replace(JAVA, here.toString()));

        assertThat(analyze("verify", unit.toString())).isBlank();
    }

    @Test
    void itIsLetDoLittle() throws Exception {
        String judged = analyze(
                "security",
                "--offline=true",
                "--threshold=20",
                SHIPPED.toAbsolutePath().toString());

        assertThat(judged).contains("Overall exposure level for tepati.service");
        assertThat(directives())
                .containsEntry("ProtectSystem", List.of("strict"))
                .containsEntry("PrivateTmp", List.of("yes"))
                .containsEntry("NoNewPrivileges", List.of("yes"))
                .containsEntry("StateDirectory", List.of("tepati"))
                .containsKeys("MemoryMax", "CapabilityBoundingSet", "User");
    }

    /** The codes are told in docs/operations.md: a wrong option and a full disk are for a person to mend. */
    @Test
    void itStartsAgainUnlessOnlyAPersonCanMendIt() throws IOException {
        assertThat(directives())
                .containsEntry("Restart", List.of("on-failure"))
                .containsEntry("RestartPreventExitStatus", List.of("2 12"))
                .containsEntry("SuccessExitStatus", List.of("13"))
                .containsEntry("StartLimitIntervalSec", List.of("0"));
    }

    private String analyze(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Tool.SYSTEMD_ANALYZE.isThere(), "left out: systemd-analyze is not installed");
        Tool.Ended ended = Tool.SYSTEMD_ANALYZE.run(folder, List.of(arguments));
        assertThat(ended.exit()).as(ended.output()).isZero();
        return ended.output();
    }
}
