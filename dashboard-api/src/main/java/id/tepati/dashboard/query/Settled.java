package id.tepati.dashboard.query;

import id.tepati.dashboard.readmodel.Model;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalog.Catalogue;
import id.tepati.rules.tally.Settling;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Which figures are final: those of days that had settled when everything was last judged. Later changes of them are
 * restatements.
 *
 * @param asOf null while unknown; nothing is final then
 */
record Settled(Catalogue catalogue, @Nullable Instant asOf) {
    static Settled in(Model model) {
        return new Settled(model.catalog().catalogue(), model.asOf().orElse(null));
    }

    /**
     * {@code final} or {@code sementara}.
     *
     * @param sources what is in the figures
     * @param last the last day in them, which settles last; null where there is no last day
     */
    String state(Collection<Sum.Source> sources, @Nullable LocalDate last) {
        boolean settled = last != null && sources.stream().allMatch(source -> isSettled(source, last));
        return settled ? "final" : "sementara";
    }

    private boolean isSettled(Sum.Source source, LocalDate day) {
        UnitId unit = new UnitId(source.unit());
        return asOf != null
                && catalogue.knowsUnit(unit, asOf)
                && Settling.isSettled(
                        day,
                        catalogue.history(unit, new ServiceId(source.service())).at(asOf),
                        asOf);
    }
}
