package id.tepati.dashboard.http;

import id.tepati.access.http.Asker;
import id.tepati.access.rights.UnitScope;
import id.tepati.dashboard.query.UnknownCursorException;
import id.tepati.dashboard.readmodel.ModelAccess;
import id.tepati.dashboard.store.DatabaseException;
import id.tepati.dashboard.store.Model;
import io.javalin.http.Context;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a model, or answers with a problem while it cannot be asked. Thread-safe. */
record ReadyModel(ModelAccess access) {
    private static final Logger LOG = LoggerFactory.getLogger(ReadyModel.class);

    /** Asks for whoever sent a request, to whom there are no other units than theirs. */
    <T> T ask(Context ctx, Function<Model, T> question) {
        UnitScope scope = Asker.of(ctx).scope();
        return ask(held -> question.apply(scope.isEverywhere() ? held : held.seenFrom(scope.roots())));
    }

    private <T> T ask(Function<Model, T> question) {
        ModelAccess.State state = access.state();
        if (state instanceof ModelAccess.State.Loading) {
            throw new ProblemException(DashboardProblem.NOT_READY, null);
        }
        if (state instanceof ModelAccess.State.WithoutDatabase) {
            throw new ProblemException(DashboardProblem.DATABASE_UNAVAILABLE, null);
        }
        if (state instanceof ModelAccess.State.Failed) {
            throw new ProblemException(DashboardProblem.READ_MODEL_FAILED, null);
        }
        try {
            return access.ask(question);
        } catch (UnknownCursorException notOurs) {
            throw ProblemException.worded(
                    "cursor", DashboardProblem.INVALID_PARAMETER, Params.CURSOR, notOurs.cursor());
        } catch (DatabaseException down) {
            // who reads into it tells of it once
            LOG.atDebug().setCause(down).log("the read model cannot be asked");
            throw new ProblemException(DashboardProblem.DATABASE_UNAVAILABLE, null);
        }
    }
}
