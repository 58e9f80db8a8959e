package id.tepati.dashboard.http;

import id.tepati.access.http.RouteRule;
import id.tepati.dashboard.export.Pages;
import id.tepati.dashboard.query.Page;
import id.tepati.dashboard.store.Model;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list, or a table of figures, that is answered by pages as JSON and whole as a file.
 *
 * @param name the last part of its path
 * @param rule who may ask for it
 * @param parameters those of its pages included
 * @param row the record of a row
 * @param schema what a row is called in the description of the API
 * @param question gives a page with what is said beside it
 * @param rows those of the answer
 * @param next the cursor of the next page; null where there is none
 */
record Listing<A, R extends Record>(
        String name,
        RouteRule rule,
        Set<String> parameters,
        Class<R> row,
        String schema,
        Question<A> question,
        Function<A, List<R>> rows,
        Function<A, @Nullable String> next) {

    /** What is asked of a model. */
    interface Question<A> {
        /** The page that the parameters want, as of an instant. */
        A answer(Model held, Params params, Instant now);
    }

    /** The parameters of a file, which holds every row. */
    Set<String> filters() {
        Set<String> filters = new TreeSet<>(parameters);
        filters.removeAll(QueryParams.OF_PAGE);
        return filters;
    }

    /** Every row as of one instant, to be walked while the model stands still. */
    Pages<R> pages(Model held, Params params, Instant now) {
        return Pages.of((Page.Wanted wanted) -> {
            A page = question.answer(held, params.at(wanted), now);
            return new Pages.Part<>(rows.apply(page), next.apply(page));
        });
    }
}
