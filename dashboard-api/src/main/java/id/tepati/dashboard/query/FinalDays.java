package id.tepati.dashboard.query;

import id.tepati.dashboard.standing.ServiceOfUnit;
import id.tepati.dashboard.store.Model;
import id.tepati.rules.ServiceId;
import id.tepati.rules.Times;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Catalogue;
import id.tepati.rules.tally.Settling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are final: those of days that had settled when everything was last judged. Later changes of them are
 * restatements.
 *
 * @param asOf null while unknown; nothing is final then
 */
record FinalDays(Catalogue catalogue, @Nullable Instant asOf) {
    private static final int MOST_FREE_DAYS = 31;

    static FinalDays in(Model model) {
        return new FinalDays(model.catalogue().catalogue(), model.asOf().orElse(null));
    }

    /**
     * {@code final} or {@code sementara}.
     *
     * @param sources what is in the figures
     * @param last the last day in them, which settles last; null where there is no last day
     */
    String state(Collection<ServiceOfUnit> sources, @Nullable LocalDate last) {
        boolean settled = last != null && sources.stream().allMatch(source -> isSettled(source, last));
        return settled ? "final" : "sementara";
    }

    /**
     * The last day up to which the figures are final; null where there is none within the longest run of free days.
     *
     * @param period of the figures
     */
    @Nullable
    LocalDate finalTo(Collection<ServiceOfUnit> sources, Period period) {
        if (asOf == null) {
            return null;
        }
        // no day settles before its date has begun in UTC
        LocalDate latest = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        LocalDate last = Times.earlier(period.last(), latest);
        return Stream.iterate(last, day -> day.minusDays(1))
                .limit(MOST_FREE_DAYS)
                .takeWhile(period::contains)
                .filter(day -> sources.stream().allMatch(source -> isSettled(source, day)))
                .findFirst()
                .orElse(null);
    }

    private boolean isSettled(ServiceOfUnit source, LocalDate day) {
        UnitId unit = new UnitId(source.unit());
        return asOf != null
                && catalogue.knowsUnit(unit, asOf)
                && Settling.isSettled(
                        day,
                        catalogue.history(unit, new ServiceId(source.service())).at(asOf),
                        asOf);
    }
}
