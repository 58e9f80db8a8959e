package id.tepati.access.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/rights.md shows the table that the code has, and the table keeps what must hold of it. */
final class PermissionTest {
    private static final Path PAGE = Path.of("../../docs/rights.md");

    @Test
    void thePageShowsTheTable() throws IOException {
        assertThat(Files.readString(PAGE)).contains(table());
    }

    private static String table() {
        String head = "| | " + roles(UserRole::wireName) + " |\n|---|" + roles(role -> "---", "|") + "|\n";
        return Stream.of(Permission.values())
                .map(permission -> "| `" + permission.wireName() + "`" + (permission.isAboutUnits() ? "" : " *") + " | "
                        + roles(role -> cell(permission.of(role))) + " |\n")
                .collect(Collectors.joining("", head, ""));
    }

    private static String roles(Function<UserRole, String> cell) {
        return roles(cell, " | ");
    }

    private static String roles(Function<UserRole, String> cell, String between) {
        return Stream.of(UserRole.values()).map(cell).collect(Collectors.joining(between));
    }

    private static String cell(Extent extent) {
        return switch (extent) {
            case NOTHING -> "–";
            case SUBTREE -> "own";
            case EVERYWHERE -> "all";
        };
    }

    @ParameterizedTest
    @EnumSource(
            value = UserRole.class,
            names = {"INSPECTOR"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyButInspectorsSeesIndicationsOfLevies(UserRole role) {
        assertThat(Permission.SEE_LEVY_FLAGS.of(role)).isEqualTo(Extent.NOTHING);
        assertThat(Permission.REVIEW_LEVY_FLAGS.of(role)).isEqualTo(Extent.NOTHING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Permission.class,
            names = {
                "REVIEW_FLAGS",
                "REVIEW_LEVY_FLAGS",
                "ACKNOWLEDGE_ALERTS",
                "SETTLE_DEAD_LETTERS",
                "CHANGE_CATALOGUE",
                "MANAGE_PRODUCERS",
                "MANAGE_PEOPLE"
            })
    void viewersAndAuditorsChangeNothing(Permission changing) {
        assertThat(changing.of(UserRole.VIEWER)).isEqualTo(Extent.NOTHING);
        assertThat(changing.of(UserRole.AUDITOR)).isEqualTo(Extent.NOTHING);
    }
}
