package id.tepati.dashboard.http;

import id.tepati.dashboard.readmodel.Model;
import id.tepati.dashboard.readmodel.ModelAccess;
import java.util.function.Function;

/** Asks a model, or answers with a problem while it cannot be asked. Thread-safe. */
record ReadyModel(ModelAccess access) {
    <T> T ask(Function<Model, T> question) {
        ModelAccess.State state = access.state();
        if (state instanceof ModelAccess.State.Loading) {
            throw new ProblemException(DashboardProblem.NOT_READY, null);
        }
        if (state instanceof ModelAccess.State.Failed) {
            throw new ProblemException(DashboardProblem.READ_MODEL_FAILED, null);
        }
        return access.ask(question);
    }
}
