package id.tepati.dashboard.store;

import static id.tepati.dashboard.readmodel.ModelFixture.MELATI;
import static id.tepati.dashboard.readmodel.ModelFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.dashboard.readmodel.ModelFixture;
import id.tepati.rules.ServiceId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A catalogue arrives some seconds before it is known, here from 10:07:03 on. */
final class CatalogueViewTest {
    private static final Instant KNOWN = at("2026-11-23T10:07:03");

    private final CatalogueView view = CatalogueView.of(ModelFixture.catalogueWithTarget("0.5", KNOWN));

    @Test
    void keepsNoTermsBeyondAPublication() {
        assertThat(standardAt(KNOWN.minusNanos(1000))).isEqualTo(1);
        assertThat(standardAt(KNOWN)).isEqualTo(2);
        assertThat(standardAt(KNOWN.minusNanos(1000))).isEqualTo(1);
    }

    @Test
    void tellsUntilWhenTermsHold() {
        assertThat(view.termsHoldUntil(at("2026-11-23T10:00"))).isEqualTo(KNOWN);
        assertThat(view.termsHoldUntil(KNOWN)).isEqualTo(at("2026-11-23T10:15"));
        assertThat(view.termsHoldUntil(at("2026-11-23T09:59"))).isEqualTo(at("2026-11-23T10:00"));
    }

    private int standardAt(Instant now) {
        return view.termsNow(MELATI, new ServiceId("ktp-el"), now)
                .orElseThrow()
                .standard()
                .version();
    }
}
