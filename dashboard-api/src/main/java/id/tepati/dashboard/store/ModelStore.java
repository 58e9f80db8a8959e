package id.tepati.dashboard.store;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * The read model in its database. Many ask at once, each sees one commit; one writes. Thread-safe.
 */
public final class ModelStore implements AutoCloseable {
    private final Database database;
    private final FigureCache figures;
    private volatile CatalogueView catalogue = CatalogueView.EMPTY;

    ModelStore(Database database, Clock clock) {
        this.database = database;
        this.figures = new FigureCache(clock);
    }

    /**
     * Opens it, without asking anything of it yet.
     *
     * @param clock tells of which days the tallies are kept in memory
     */
    public static ModelStore open(DatabaseAddress address, Clock clock) {
        return new ModelStore(Database.open(address), clock);
    }

    /** Answers go by this catalogue from now on. */
    public void catalogue(CatalogueView next) {
        catalogue = next;
    }

    /**
     * The writer, with tables of this version; empty while another process writes.
     *
     * @throws DatabaseException where the database does not answer
     */
    public Optional<ModelWriter> writer() {
        return ModelWriter.of(database);
    }

    /**
     * Asks the newest commit.
     *
     * @throws DatabaseException where the database does not answer
     */
    public <T> T ask(Function<Model, T> query) {
        try {
            Optional<T> answer = Optional.empty();
            while (answer.isEmpty()) {
                answer = database.readers().inTransaction(handle -> tried(handle, query));
            }
            return answer.get();
        } catch (JdbiException failed) {
            throw database.failed(failed);
        }
    }

    /** Empty where somebody else is already at a later commit than this transaction sees. */
    private <T> Optional<T> tried(Handle handle, Function<Model, T> query) {
        Model.State state = Model.State.of(handle);
        KeptFigures known = figures.at(state.epoch(), state.commit(), handle);
        return known.commit() == state.commit()
                ? Optional.of(query.apply(new Model(handle, state, known, catalogue)))
                : Optional.empty();
    }

    /**
     * Whether what lay in the topics when it was begun is in it, so that it may be asked.
     *
     * @throws DatabaseException where the database does not answer
     */
    public boolean isFilled() {
        try {
            return database.readers()
                    .inTransaction(handle -> Model.State.of(handle).filled());
        } catch (JdbiException failed) {
            throw database.failed(failed);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
