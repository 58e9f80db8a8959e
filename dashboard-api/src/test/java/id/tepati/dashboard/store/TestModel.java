package id.tepati.dashboard.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * A read model of its own in a real database, for one test. Changes are gathered and written when something is asked.
 * What tests leave open is closed when enough others came after it.
 */
public final class TestModel implements AutoCloseable {
    private static final int MOST_OPEN = 12;
    private static final Deque<TestModel> OPEN = new ArrayDeque<>();

    private final DatabaseAddress address = TestDatabase.fresh();
    private final Database database = Database.open(address);
    private final ModelStore store;
    private final ModelWriter writer;
    private final FigureCache figures;
    private CatalogueView catalogue = CatalogueView.EMPTY;
    private ChangeSet changes = new ChangeSet();
    private Instant now;
    private Handle handle;

    /** An empty one, filled up to now. */
    public TestModel(Instant now) {
        this.now = now;
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        store = new ModelStore(database, clock);
        figures = new FigureCache(clock);
        writer = writer(database);
        keep(this);
    }

    /** As the tables are there already, without the second that Flyway takes to find that out. */
    private static ModelWriter writer(Database database) {
        try {
            return new ModelWriter(database, database.writer());
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static synchronized void keep(TestModel model) {
        OPEN.addLast(model);
        while (OPEN.size() > MOST_OPEN) {
            OPEN.removeFirst().close();
        }
    }

    /** Gathers a change. */
    public ChangeSet changes() {
        return changes;
    }

    /** What is at risk is so as of this instant. */
    public synchronized void now(Instant next) {
        now = next;
    }

    public synchronized void catalogue(CatalogueView next) {
        catalogue = next;
        store.catalogue(next);
    }

    public synchronized void asOf(Instant asOf) {
        writer.asOf(asOf);
    }

    /** Writes what was gathered. */
    public synchronized void write() {
        ChangeSet gathered = changes;
        changes = new ChangeSet();
        writer.commit(gathered, List.of(), now);
    }

    /** What queries read, until somebody asks for another. */
    public synchronized Model model() {
        write();
        if (handle != null) {
            handle.close();
        }
        handle = database.readers().open();
        handle.begin();
        Model.State state = Model.State.of(handle);
        return new Model(handle, state, figures.at(state.epoch(), state.commit(), handle), catalogue);
    }

    /** Asks as a server does. */
    public <T> T ask(Function<Model, T> query) {
        write();
        return store.ask(query);
    }

    @Override
    public synchronized void close() {
        if (handle != null) {
            handle.close();
        }
        writer.close();
        store.close();
        TestDatabase.drop(address);
    }
}
