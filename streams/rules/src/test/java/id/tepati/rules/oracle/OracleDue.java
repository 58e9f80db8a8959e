package id.tepati.rules.oracle;

import id.tepati.rules.catalogue.Within;
import id.tepati.rules.event.PromisedAt;
import id.tepati.rules.oracle.OracleCalendar.Open;
import id.tepati.rules.oracle.OracleClock.Still;
import id.tepati.rules.oracle.OracleTerms.Known;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** When a promise is used up, found by stepping over dates, windows and stretches. */
sealed interface OracleDue {
    /** The end of a local day. */
    record EndOf(LocalDate date, Instant midnight) implements OracleDue {}

    /** An instant within a day. */
    record At(Instant instant) implements OracleDue {}

    /** Not while the clock stands still, or no limit at all. */
    record Never() implements OracleDue {}

    /** It depends on a date that the calendar does not know. */
    record Unknown(LocalDate firstUnknown) implements OracleDue {}

    Duration GRAIN = Duration.ofNanos(1000);
    int FAR = 6000;

    /** The first instant that is too late, or null. */
    default Instant breach() {
        if (this instanceof EndOf end) {
            return end.midnight;
        }
        return this instanceof At at ? at.instant.plus(GRAIN) : null;
    }

    /** The due instant itself, or null. */
    default Instant instant() {
        if (this instanceof EndOf end) {
            return end.midnight;
        }
        return this instanceof At at ? at.instant : null;
    }

    default boolean brokenAt(Instant at) {
        Instant breach = breach();
        return breach != null && !at.isBefore(breach);
    }

    static OracleDue of(Known terms, Instant start, List<Still> still, PromisedAt stated) {
        Within within = terms.within();
        if (within instanceof Within.WorkingDays days) {
            return day(terms, start, still, days.amount(), true);
        } else if (within instanceof Within.CalendarDays days) {
            return day(terms, start, still, days.amount(), false);
        } else if (within instanceof Within.WallTime wall) {
            return wall(start, still, wall.amount());
        } else if (within instanceof Within.OfficeTime office) {
            return office(terms, start, still, office.amount());
        } else if (within instanceof Within.Stated && stated instanceof PromisedAt.At at) {
            return new At(at.instant());
        } else if (within instanceof Within.Stated && stated instanceof PromisedAt.EndOfDay end) {
            return new EndOf(end.date(), terms.calendar().midnightAfter(end.date()));
        }
        return new Never();
    }

    private static OracleDue day(Known terms, Instant start, List<Still> still, int amount, boolean working) {
        LocalDate date = terms.date(start);
        int counted = 0;
        for (int i = 0; i < FAR; i++) {
            date = date.plusDays(1);
            if (pausedForGood(terms, still, date)) {
                return new Never();
            }
            if (paused(terms, still, date)) {
                continue;
            }
            if (working && !terms.calendar().knows(date)) {
                return new Unknown(date);
            }
            if (!working || terms.calendar().working(date)) {
                counted++;
            }
            if (counted == amount) {
                return new EndOf(date, terms.calendar().midnightAfter(date));
            }
        }
        throw new IllegalStateException("no due within " + FAR + " days");
    }

    static boolean paused(Known terms, List<Still> still, LocalDate date) {
        for (Still pause : still) {
            boolean nothing = pause.from().equals(pause.to());
            boolean begun = !date.isBefore(terms.date(pause.from()));
            boolean over = pause.to() != null && date.isAfter(terms.date(pause.to()));
            if (!nothing && begun && !over) {
                return true;
            }
        }
        return false;
    }

    private static boolean pausedForGood(Known terms, List<Still> still, LocalDate date) {
        return still.stream().anyMatch(s -> s.to() == null && !date.isBefore(terms.date(s.from())));
    }

    /** The stretches in which the clock ran, the last one ending at {@code until} (null: without end). */
    static List<Open> running(Instant start, List<Still> still, Instant until) {
        List<Open> running = new ArrayList<>();
        Instant from = start;
        for (Still s : still) {
            running.add(new Open(from, s.from()));
            from = s.to();
            if (from == null) {
                return running;
            }
        }
        running.add(new Open(from, until));
        return running;
    }

    /** Used up right when the clock comes to stand still, a promise is so when it runs again. */
    private static OracleDue wall(Instant start, List<Still> still, Duration amount) {
        Duration left = amount;
        for (Open stretch : running(start, still, null)) {
            Instant end = stretch.from().plus(left);
            if (stretch.to() == null || end.isBefore(stretch.to())) {
                return new At(end);
            }
            left = left.minus(Duration.between(stretch.from(), stretch.to()));
        }
        return new Never();
    }

    private static OracleDue office(Known terms, Instant start, List<Still> still, Duration amount) {
        Duration left = amount;
        for (Open stretch : running(start, still, null)) {
            if (left.isZero() && (stretch.to() == null || stretch.from().isBefore(stretch.to()))) {
                return new At(stretch.from());
            }
            LocalDate date = terms.date(stretch.from());
            for (int i = 0; i < FAR && reaches(terms, stretch, date); i++) {
                if (!terms.calendar().knows(date)) {
                    return new Unknown(date);
                }
                for (Open open : terms.calendar().open(date)) {
                    Open counted = both(open, stretch);
                    Duration length = Duration.between(counted.from(), counted.to());
                    if (length.isNegative() || length.isZero() || left.isZero()) {
                        continue;
                    }
                    Instant end = counted.from().plus(left);
                    boolean usedUp = length.compareTo(left) >= 0;
                    if (usedUp && !end.equals(stretch.to())) {
                        return new At(end);
                    }
                    left = usedUp ? Duration.ZERO : left.minus(length);
                }
                date = date.plusDays(1);
            }
        }
        return new Never();
    }

    /** Whether a stretch has time on a date or after it. */
    private static boolean reaches(Known terms, Open stretch, LocalDate date) {
        return stretch.to() == null
                || stretch.from().isBefore(stretch.to())
                        && !date.isAfter(terms.date(stretch.to().minus(GRAIN)));
    }

    private static Open both(Open one, Open other) {
        Instant from = one.from().isAfter(other.from()) ? one.from() : other.from();
        Instant to = other.to() == null || one.to().isBefore(other.to()) ? one.to() : other.to();
        return new Open(from, to);
    }

    /** Time the clock ran until {@code until}, in microseconds. */
    static long elapsed(Instant start, List<Still> still, Instant until) {
        Duration sum = Duration.ZERO;
        for (Open stretch : running(start, still, until)) {
            Instant to = stretch.to() == null ? until : stretch.to();
            sum = sum.plus(Duration.between(stretch.from(), to));
        }
        return sum.toNanos() / 1000;
    }

    /** Share of the promise used at the stop, in ten-thousandths rounded down; null where there is none. */
    static Long used(Known terms, Instant start, List<Still> still, Instant stop, PromisedAt stated) {
        Within within = terms.within();
        if (within instanceof Within.WorkingDays days) {
            return usedDays(terms, start, still, stop, days.amount(), true);
        } else if (within instanceof Within.CalendarDays days) {
            return usedDays(terms, start, still, stop, days.amount(), false);
        } else if (within instanceof Within.WallTime wall) {
            return share(elapsed(start, still, stop), wall.amount());
        } else if (within instanceof Within.OfficeTime office) {
            return usedOffice(terms, start, still, stop, office.amount());
        } else if (within instanceof Within.Stated && stated != null) {
            Duration given =
                    Duration.between(start, of(terms, start, still, stated).instant());
            if (given.isNegative() || given.isZero()) {
                return null;
            }
            return share(Duration.between(start, stop).toNanos() / 1000, given);
        }
        return null;
    }

    private static Long usedDays(
            Known terms, Instant start, List<Still> still, Instant stop, int amount, boolean working) {
        long counted = 0;
        LocalDate last = terms.date(stop);
        for (LocalDate d = terms.date(start).plusDays(1); !d.isAfter(last); d = d.plusDays(1)) {
            if (paused(terms, still, d)) {
                continue;
            }
            if (!working || (terms.calendar().knows(d) && terms.calendar().working(d))) {
                counted++;
            }
        }
        return counted * 10_000 / amount;
    }

    private static Long usedOffice(Known terms, Instant start, List<Still> still, Instant stop, Duration amount) {
        Duration sum = Duration.ZERO;
        for (Open stretch : running(start, still, stop)) {
            Open bounded = stretch.to() == null ? new Open(stretch.from(), stop) : stretch;
            if (bounded.from().equals(bounded.to())) {
                continue;
            }
            LocalDate last = terms.date(bounded.to());
            for (LocalDate d = terms.date(bounded.from()); !d.isAfter(last); d = d.plusDays(1)) {
                for (Open open : terms.calendar().knows(d) ? terms.calendar().open(d) : List.<Open>of()) {
                    Open counted = both(open, bounded);
                    Duration length = Duration.between(counted.from(), counted.to());
                    sum = length.isNegative() ? sum : sum.plus(length);
                }
            }
        }
        return share(sum.toNanos() / 1000, amount);
    }

    private static Long share(long micros, Duration amount) {
        return java.math.BigInteger.valueOf(micros)
                .multiply(java.math.BigInteger.valueOf(10_000))
                .divide(java.math.BigInteger.valueOf(amount.toNanos() / 1000))
                .longValueExact();
    }
}
