package id.tepati.dashboard.query;

import id.tepati.contract.event.Masking;
import id.tepati.contract.output.DeadLetter;
import id.tepati.dashboard.store.LetterRows;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was refused and is not replayed or dismissed yet. */
public final class DeadLetterList {
    private DeadLetterList() {}

    /** The answer, newest first; {@code total} counts the letters of all pages. */
    public record Answer(
            long total, List<Item> deadLetters, @Nullable String next) {}

    /** A refused event; the fields are those of its record. */
    public record Item(
            String id,
            String code,
            String pointer,
            String cure,
            Instant at,
            String where,
            @Nullable String unit,
            @Nullable String source,
            @Nullable String type,
            @Nullable String payload) {
        static Item of(DeadLetter letter) {
            return new Item(
                    letter.id(),
                    letter.code(),
                    letter.pointer(),
                    letter.cure(),
                    letter.at(),
                    letter.where(),
                    unitOf(letter),
                    letter.source(),
                    letter.type(),
                    letter.payload());
        }
    }

    /**
     * Which letters are meant; what is null is any.
     *
     * @param unit {@link #UNREAD} for those of which it is not known, the same for the source
     */
    public record Filter(
            @Nullable String id,
            @Nullable String code,
            @Nullable String unit,
            @Nullable String source) {
        /** Asks for letters that do not tell it; no unit has such a name. */
        public static final String UNREAD = LetterRows.Filter.UNREAD;

        /** Letters name their source masked, so the one asked for is masked too. */
        public Filter {
            source = source == null ? null : Masking.mask(source);
        }

        private LetterRows.Filter rows() {
            return new LetterRows.Filter(id, code, unit, source);
        }
    }

    /**
     * Those that the filter takes.
     *
     * @throws UnknownCursorException where the page does not begin after one of this list
     */
    public static Answer answer(Model model, Filter filter, Page.Wanted wanted) {
        LetterRows letters = model.letters();
        List<DeadLetter> found = letters.page(filter.rows(), place(wanted.after()), wanted.limit() + 1);
        boolean more = found.size() > wanted.limit();
        List<DeadLetter> page = more ? found.subList(0, wanted.limit()) : found;
        return new Answer(
                letters.count(filter.rows()),
                page.stream().map(Item::of).toList(),
                more ? Cursor.after(keyOf(page.get(page.size() - 1))) : null);
    }

    private static String keyOf(DeadLetter letter) {
        return letter.at() + "|" + letter.id();
    }

    private static LetterRows.@Nullable Place place(@Nullable String after) {
        if (after == null) {
            return null;
        }
        String[] parts = after.split("\\|", 2);
        try {
            return new LetterRows.Place(Instant.parse(parts[0]), parts[1]);
        } catch (IndexOutOfBoundsException | DateTimeParseException odd) {
            throw new UnknownCursorException(after, odd);
        }
    }

    private static @Nullable String unitOf(DeadLetter letter) {
        UnitId unit = letter.unit();
        return unit == null ? null : unit.value();
    }
}
