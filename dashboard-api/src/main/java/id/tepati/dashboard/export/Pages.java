package id.tepati.dashboard.export;

import id.tepati.dashboard.query.Cursor;
import id.tepati.dashboard.query.Page;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All rows of an answer, page after page; at any time no more than one page is held. To be walked once, within the one
 * question to the model in which it was made.
 *
 * @param <R> the record of a row
 */
public final class Pages<R> {
    /** As many rows as one answer may have. */
    private static final int LIMIT = 1000;

    private final Function<Page.Wanted, Part<R>> answer;
    private final Part<R> first;

    /**
     * A page of an answer.
     *
     * @param next the cursor of the next one; null on the last one
     */
    public record Part<R>(List<R> rows, @Nullable String next) {}

    private Pages(Function<Page.Wanted, Part<R>> answer) {
        this.answer = answer;
        this.first = answer.apply(new Page.Wanted(null, LIMIT));
    }

    /** Asks for the first page, so that what is wrong with the question is told before anything is written. */
    public static <R> Pages<R> of(Function<Page.Wanted, Part<R>> answer) {
        return new Pages<>(answer);
    }

    /** Hands out every row; a page is asked for when all rows of the one before were taken. */
    public void forEach(Consumer<R> taker) {
        Part<R> part = first;
        part.rows().forEach(taker);
        while (part.next() != null) {
            String after = Cursor.key(part.next()).orElseThrow();
            part = answer.apply(new Page.Wanted(after, LIMIT));
            part.rows().forEach(taker);
        }
    }
}
