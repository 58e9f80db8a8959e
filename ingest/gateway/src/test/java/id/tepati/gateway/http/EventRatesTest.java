package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import id.tepati.access.record.AccountId;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.rules.UnitId;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The monotonic clock may begin anywhere, also below zero. */
final class EventRatesTest {
    private static final ProducerAccount TEN = producer("loket", 10);

    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final EventRates rates = new EventRates(nanos::get);

    private static ProducerAccount producer(String id, int rate) {
        return new ProducerAccount(
                new AccountId(id),
                List.of(new UnitId("kel-melati")),
                List.of(),
                List.of(),
                rate,
                Secret.make(SecretKind.KEY, new SecureRandom()).hash(),
                null,
                false);
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void aSecondsWorthMayComeAtOnceAndThenOneByOne() {
        assertThat(rates.take(TEN, 4)).isZero();
        assertThat(rates.take(TEN, 6)).isZero();
        assertThat(rates.take(TEN, 1)).isEqualTo(1);

        pass(99);
        assertThat(rates.take(TEN, 1)).isEqualTo(1);
        pass(1);
        assertThat(rates.take(TEN, 1)).isZero();
    }

    @Test
    void restDoesNotGiveMoreThanASecondsWorth() {
        pass(3_600_000);

        assertThat(rates.take(TEN, 10)).isZero();
        assertThat(rates.take(TEN, 1)).isEqualTo(1);
    }

    @Test
    void aLargerRequestIsTakenAndPaidForAfterwards() {
        assertThat(rates.take(TEN, 50)).isZero();
        assertThat(rates.take(TEN, 1)).as("four seconds are owed").isEqualTo(5);

        pass(4_999);
        assertThat(rates.take(TEN, 50)).isEqualTo(1);
        pass(1);
        assertThat(rates.take(TEN, 50)).isZero();
    }

    @Test
    void whatIsNotTakenCostsNothing() {
        rates.take(TEN, 10);
        for (int i = 0; i < 100; i++) {
            assertThat(rates.take(TEN, 5)).isEqualTo(1);
        }

        pass(500);
        assertThat(rates.take(TEN, 5)).isZero();
    }

    @Test
    void eachProducerHasItsOwnAndAChangedRateHoldsAtOnce() {
        rates.take(TEN, 10);

        assertThat(rates.take(producer("antrean", 10), 10)).isZero();
        pass(100);
        assertThat(rates.take(producer("loket", 1_000), 100)).isZero();
    }
}
