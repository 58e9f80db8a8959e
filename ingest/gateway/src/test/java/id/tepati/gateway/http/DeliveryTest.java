package id.tepati.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** What the last request tells of whether events are taken. */
class DeliveryTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Delivery delivery = new Delivery(nanos::get);

    @Test
    void aRefusalIsToldAtOnceAndUntilSomethingIsAcknowledged() {
        assertThat(delivery.whyRefused()).isEmpty();

        delivery.told(new TimeoutException());
        assertThat(delivery.whyRefused()).isPresent();

        delivery.told(null);
        assertThat(delivery.whyRefused()).isEmpty();
    }

    @Test
    void aRefusalIsForgottenWhereNothingIsSentAnyMore() {
        delivery.told(new TimeoutException());

        nanos.addAndGet(Duration.ofSeconds(31).toNanos());

        assertThat(delivery.whyRefused()).isEmpty();
    }
}
