package id.tepati.rules.judge;

import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.calendar.Certainty;
import id.tepati.rules.catalogue.Terms;
import id.tepati.rules.catalogue.Within;
import id.tepati.rules.clock.GapKind;
import id.tepati.rules.event.EventType;
import id.tepati.rules.event.PromisedAt;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line of a {@link Trace}: data without wording. Dates are local to the unit. */
public sealed interface TraceStep {
    /** Asks the visitor about the kind of line that this is. */
    <R> R accept(Visitor<R> visitor);

    /** What is to be made of each kind of line. */
    interface Visitor<R> {
        /** For {@link Started}. */
        R started(Started step);

        /** For {@link Governed}. */
        R governed(Governed step);

        /** For {@link Unnamed}. */
        R unnamed(Unnamed step);

        /** For {@link CountedBy}. */
        R countedBy(CountedBy step);

        /** For {@link Days}. */
        R days(Days step);

        /** For {@link Stretch}. */
        R stretch(Stretch step);

        /** For {@link StoodStill}. */
        R stoodStill(StoodStill step);

        /** For {@link StatedLimit}. */
        R statedLimit(StatedLimit step);

        /** For {@link DueAt}. */
        R dueAt(DueAt step);

        /** For {@link NotKnown}. */
        R notKnown(NotKnown step);

        /** For {@link Suspended}. */
        R suspended(Suspended step);

        /** For {@link NoNumber}. */
        R noNumber(NoNumber step);

        /** For {@link Reached}. */
        R reached(Reached step);
    }

    /** The event that started the clock, and when it counts. */
    record Started(EventType by, Instant at, LocalDate day) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.started(this);
        }
    }

    /**
     * The promise and the law behind it.
     *
     * @param standard id of the standard's scope, null without one
     * @param version of the standard, 0 without one
     * @param sk number of the decree, null without one
     */
    record Governed(
            Terms.Basis basis,
            @Nullable String standard,
            int version,
            @Nullable String sk,
            Within within) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.governed(this);
        }
    }

    /** No standard names the clock. */
    record Unnamed() implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unnamed(this);
        }
    }

    /**
     * The calendar by which was counted.
     *
     * @param versions the versions that governed the dates of the count, ascending; none where only the zone mattered
     */
    record CountedBy(CalendarId calendar, List<Integer> versions, ZoneId zone) implements TraceStep {
        /** Copies the versions. */
        public CountedBy {
            versions = List.copyOf(versions);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.countedBy(this);
        }
    }

    /**
     * A date, or several in a row, both ends included.
     *
     * @param counted how many of them count
     * @param total how many have counted so far
     * @param note what the calendar calls the date, else empty
     */
    record Days(
            LocalDate from, LocalDate to, DayReason reason, String note, Certainty certainty, int counted, int total)
            implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.days(this);
        }
    }

    /**
     * A stretch in which time counted: an open window, or the clock running; or several together with what lies
     * between them.
     *
     * @param counted how much time of it counts
     * @param total how much has counted so far
     */
    record Stretch(Instant from, Instant to, Duration counted, Duration total) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stretch(this);
        }
    }

    /** The clock stood still, {@code to} is null while it lasts. */
    record StoodStill(GapKind kind, Instant from, @Nullable Instant to) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.stoodStill(this);
        }
    }

    /** The case itself was given a limit, which no pause moves. */
    record StatedLimit(PromisedAt limit) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.statedLimit(this);
        }
    }

    /** The promise is used up; {@code day} is the due date of a day promise. */
    record DueAt(Instant at, @Nullable LocalDate day, Certainty certainty) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.dueAt(this);
        }
    }

    /** The calendar does not reach far enough: due no earlier than this. */
    record NotKnown(Instant earliest) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notKnown(this);
        }
    }

    /** There is no due while the clock stands still. */
    record Suspended() implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.suspended(this);
        }
    }

    /** The promise has no number. */
    record NoNumber() implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.noNumber(this);
        }
    }

    /** How the clock stands; instant and day are null without a verdict. */
    record Reached(
            Outcome outcome, @Nullable Instant at, @Nullable LocalDate day) implements TraceStep {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.reached(this);
        }
    }
}
