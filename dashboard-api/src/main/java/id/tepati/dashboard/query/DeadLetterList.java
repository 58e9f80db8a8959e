package id.tepati.dashboard.query;

import id.tepati.contract.event.Masking;
import id.tepati.contract.output.DeadLetter;
import id.tepati.dashboard.readmodel.Model;
import id.tepati.rules.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
        public static final String UNREAD = "-";

        /** Letters name their source masked, so the one asked for is masked too. */
        public Filter {
            source = source == null ? null : Masking.mask(source);
        }

        private boolean takes(DeadLetter letter) {
            return (id == null || id.equals(letter.id()))
                    && (code == null || code.equals(letter.code()))
                    && isMeant(unit, unitOf(letter))
                    && isMeant(source, letter.source());
        }

        private static boolean isMeant(@Nullable String asked, @Nullable String told) {
            return asked == null || asked.equals(told == null ? UNREAD : told);
        }
    }

    /** Those that the filter takes. */
    public static Answer answer(Model model, Filter filter, Page.Wanted wanted) {
        List<DeadLetter> found =
                model.deadLetters().stream().filter(filter::takes).toList();
        Page<DeadLetter> page = Page.of(found, DeadLetterList::newestFirst, wanted);
        return new Answer(page.total(), page.items().stream().map(Item::of).toList(), page.next());
    }

    private static @Nullable String unitOf(DeadLetter letter) {
        UnitId unit = letter.unit();
        return unit == null ? null : unit.value();
    }

    /** A text that sorts the newest letter first. */
    private static String newestFirst(DeadLetter letter) {
        long before = Long.MAX_VALUE - letter.at().toEpochMilli();
        return String.format(Locale.ROOT, "%019d|%s", before, letter.id());
    }
}
