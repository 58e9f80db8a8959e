package id.tepati.standalone.app;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Opens clients of a Kafka cluster. */
public final class KafkaClients {
    private KafkaClients() {}

    /**
     * Opens an admin client; whether a broker answers, it does not ask.
     *
     * @param kafka {@code HOST:PORT}, or several with commas between
     * @throws StartException where that is not written so, or this machine knows none of the hosts
     */
    public static Admin admin(String kafka) {
        try {
            return Admin.create(Map.of("bootstrap.servers", kafka));
        } catch (KafkaException e) {
            throw new StartException(
                    "'" + kafka + "' is not the address of a Kafka cluster that this machine knows"
                            + ": give --kafka as HOST:PORT, with a host that can be looked up.",
                    e);
        }
    }
}
