package id.tepati.rules.judge;

import id.tepati.rules.calendar.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When a promise is used up, as far as is known. */
public sealed interface Due {
    /** The grain of time: instants are exact to the microsecond. */
    Duration GRAIN = Duration.ofNanos(1000);

    /** The line that tells it in a trace. */
    TraceStep traced();

    /**
     * The promise ends at an instant.
     *
     * @param instant for day promises 24:00 of the due date, which is 00:00 of the next
     * @param day the due date of a day promise, else null
     * @param certainty provisional where it rests on a provisional day (sementara)
     */
    record At(Instant instant, @Nullable LocalDate day, Certainty certainty) implements Due {
        /** The first instant at which the promise is broken if nothing happens. */
        public Instant firstBreach() {
            return day != null ? instant : instant.plus(GRAIN);
        }

        /** Whether another due is broken at the same instant. */
        boolean breaksWith(Due other) {
            return other instanceof At at && at.firstBreach().equals(firstBreach());
        }

        /** Whether stopping at the instant is too late. */
        public boolean isBrokenAt(Instant stop) {
            return !stop.isBefore(firstBreach());
        }

        @Override
        public TraceStep traced() {
            return new TraceStep.DueAt(instant, day, certainty);
        }
    }

    /**
     * The calendar is not known far enough.
     *
     * @param earliest no earlier than this
     */
    record BeyondCalendar(Instant earliest) implements Due {
        @Override
        public TraceStep traced() {
            return new TraceStep.NotKnown(earliest);
        }
    }

    /** The clock is paused: its end moves with every moment. */
    record Suspended() implements Due {
        @Override
        public TraceStep traced() {
            return new TraceStep.Suspended();
        }
    }

    /** There is no number to hold anyone to. */
    record None() implements Due {
        @Override
        public TraceStep traced() {
            return new TraceStep.NoNumber();
        }
    }
}
