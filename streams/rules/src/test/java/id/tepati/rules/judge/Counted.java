package id.tepati.rules.judge;

import java.time.Duration;

/** What the lines of a trace add up to. */
final class Counted {
    private Counted() {}

    /** How many days counted. */
    static int days(Trace trace) {
        return trace.steps().stream()
                .mapToInt(step -> step instanceof TraceStep.Days days ? days.counted() : 0)
                .sum();
    }

    /** How much time counted. */
    static Duration time(Trace trace) {
        Duration sum = Duration.ZERO;
        for (TraceStep step : trace.steps()) {
            sum = step instanceof TraceStep.Stretch stretch ? sum.plus(stretch.counted()) : sum;
        }
        return sum;
    }
}
