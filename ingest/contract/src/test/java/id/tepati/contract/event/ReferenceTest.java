package id.tepati.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.contract.topic.Topics;
import id.tepati.rules.event.EventType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** docs/contract.md says what the table says. */
final class ReferenceTest {
    private static final Path REFERENCE = Path.of("..", "..", "docs", "contract.md");

    @ParameterizedTest
    @EnumSource
    void describesEveryTypeAndItsFields(EventType type) throws IOException {
        List<String> section = section(type);

        assertThat(section).anyMatch(line -> line.contains("Topic `" + Topics.of(type) + "`"));
        assertThat(section.stream().filter(line -> line.startsWith("| `")).map(ReferenceTest::withoutRemark))
                .containsExactlyElementsOf(
                        EventTable.fields(type).stream().map(ReferenceTest::row).toList());
    }

    @ParameterizedTest
    @EnumSource
    void listsEveryCode(RejectCode code) throws IOException {
        assertThat(Files.readAllLines(REFERENCE)).anyMatch(line -> line.startsWith("| `" + code.wireName() + "` |"));
    }

    private static List<String> section(EventType type) throws IOException {
        List<String> lines = Files.readAllLines(REFERENCE);
        int start = lines.indexOf("### " + type.wireName());
        assertThat(start).as(type.wireName()).isNotNegative();
        var section = new ArrayList<String>();
        for (String line : lines.subList(start + 1, lines.size())) {
            if (line.startsWith("#")) {
                break;
            }
            section.add(line);
        }
        return section;
    }

    private static String withoutRemark(String line) {
        return line.substring(0, line.lastIndexOf('|', line.length() - 2) + 1);
    }

    private static String row(DataField field) {
        String required = switch (field.need()) {
            case REQUIRED -> "yes";
            case OPTIONAL -> "no";
            case WITH_ITS_OBJECT -> "with `" + field.object() + "`";
        };
        return "| `" + field.field().wireName() + "` | " + field.description() + " | " + required + " |";
    }
}
