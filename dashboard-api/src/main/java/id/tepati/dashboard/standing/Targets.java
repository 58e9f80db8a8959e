package id.tepati.dashboard.standing;

import id.tepati.dashboard.store.CatalogueView;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.PromiseName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The target of a promise: what share of cases units aim to keep, by the standards in force now. */
public record Targets(CatalogueView catalogue, Instant now) {
    /** The target that all sources of a sum share; null where they differ or one has none. */
    @Nullable
    public BigDecimal sharedBy(Collection<ServiceOfUnit> sources, String promise) {
        BigDecimal shared = null;
        for (ServiceOfUnit source : sources) {
            Optional<BigDecimal> target = of(source, promise);
            if (target.isEmpty() || (shared != null && shared.compareTo(target.get()) != 0)) {
                return null;
            }
            shared = target.get();
        }
        return shared;
    }

    private Optional<BigDecimal> of(ServiceOfUnit source, String promise) {
        return catalogue
                .termsNow(new UnitId(source.unit()), new ServiceId(source.service()), now)
                .flatMap(terms -> Optional.ofNullable(terms.standard()))
                .flatMap(standard -> standard.content().promise(new PromiseName(promise)))
                .map(Promise::target);
    }
}
