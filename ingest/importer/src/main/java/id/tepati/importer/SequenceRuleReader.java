package id.tepati.importer;

import id.tepati.contract.text.BadText;
import id.tepati.contract.yaml.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the key {@code sequence} of a mapping. */
final class SequenceRuleReader {
    private static final String SEQUENCE = "sequence";
    private static final List<String> KEYS = List.of("column", "date");
    private static final String CURE =
            "write import (the file imported last is right), file (the file written last), none, a number,"
                    + " {column: COLUMN} or {date: COLUMN}";

    private SequenceRuleReader() {}

    /** The rule, by default that of the import's start; null after what is wrong with it was reported. */
    static @Nullable SequenceRule read(Fields fields) {
        if (!fields.has(SEQUENCE)) {
            return new SequenceRule.ImportStart();
        }
        if (fields.text(SEQUENCE) != null) {
            return fields.optional(SEQUENCE, SequenceRuleReader::word);
        }
        Fields form = fields.map(SEQUENCE, KEYS);
        return form == null ? null : ofColumn(fields, form);
    }

    private static SequenceRule word(String text) throws BadText {
        return switch (text) {
            case "import" -> new SequenceRule.ImportStart();
            case "file" -> new SequenceRule.FileTime();
            case "none" -> new SequenceRule.None();
            default -> {
                if (!text.matches(SequenceRule.Revision.DIGITS)) {
                    throw new BadText("is no sequence: " + text, CURE);
                }
                yield new SequenceRule.Constant(text);
            }
        };
    }

    private static @Nullable SequenceRule ofColumn(Fields fields, Fields form) {
        if (form.keys().size() != 1) {
            fields.report(SEQUENCE, "names not one column", CURE);
            return null;
        }
        if (form.has("date")) {
            Template cells = MappingReader.template(form, "date");
            return cells == null ? null : new SequenceRule.ChangedAt(cells);
        }
        ColumnRef column = MappingReader.column(form, "column");
        return column == null ? null : new SequenceRule.Revision(column);
    }
}
