package id.tepati.importer;

import id.tepati.client.RetryPolicy;
import java.time.Duration;

/**
 * How hard an import presses and how long it waits.
 *
 * @param batchEvents most events of one request
 * @param batchBytes most bytes of one request's body
 * @param inFlight requests under way at once
 * @param retries for how long a request is repeated before the import gives up
 * @param poll pause between two looks at the status
 * @param settleBefore how long to wait for the pipeline to finish earlier work, so that the difference is ours alone
 * @param waitAfter how long to wait for the pipeline to get through what was sent
 */
record ImportLimits(
        int batchEvents,
        int batchBytes,
        int inFlight,
        RetryPolicy retries,
        Duration poll,
        Duration settleBefore,
        Duration waitAfter) {
    /** Half the limits that the gateway allows for a request. */
    static final ImportLimits DEFAULT = new ImportLimits(
            500,
            512 * 1024,
            4,
            RetryPolicy.A_MINUTE,
            Duration.ofMillis(250),
            Duration.ofMinutes(1),
            Duration.ofMinutes(10));
}
