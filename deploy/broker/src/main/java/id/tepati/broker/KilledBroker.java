package id.tepati.broker;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.UnregisterBrokerOptions;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;

/**
 * Unregisters the broker that was killed on a directory, at the controller that was just started on it.
 *
 * <p>A client asks where the controller is and is told what the metadata hold. Until the new controller has registered
 * that is the place of the one before, where by now another server may listen, such as the one whose directory was
 * copied: it would lose its broker. So a client is used only once it has been led to the right place.
 */
final class KilledBroker {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(50);
    private static final int AN_ANSWER_MILLIS = 5_000;

    private KilledBroker() {}

    /**
     * Unregisters it, if it is registered.
     *
     * @throws ExecutionException what the last try failed with, where none was successful in a minute
     */
    static void unregister(LoopbackPorts ports) throws ExecutionException, InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            try (Admin admin = Admin.create(Map.of("bootstrap.controllers", BrokerSettings.controllerAddress(ports)))) {
                requireLedTo(ports, admin);
                unregister(admin);
                return;
            } catch (ExecutionException e) {
                if (System.nanoTime() - begun > WITHIN.toNanos()) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
        }
    }

    /** Whoever answers says where he is: only the right one names the right port. */
    private static void requireLedTo(LoopbackPorts ports, Admin admin) throws ExecutionException, InterruptedException {
        boolean right =
                admin.describeCluster(new DescribeClusterOptions().timeoutMs(AN_ANSWER_MILLIS)).nodes().get().stream()
                        .anyMatch(controller -> controller.port() == ports.controller());
        if (!right) {
            throw new ExecutionException(
                    new IllegalStateException("the controller at " + BrokerSettings.controllerAddress(ports)
                            + " has not registered, and the metadata name the one before"));
        }
    }

    private static void unregister(Admin admin) throws ExecutionException, InterruptedException {
        try {
            admin.unregisterBroker(BrokerSettings.NODE_ID, new UnregisterBrokerOptions().timeoutMs(AN_ANSWER_MILLIS))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw e;
            }
        }
    }
}
