package id.tepati.standalone.app;

import id.tepati.access.record.AccessView;
import id.tepati.contract.catalogue.feed.CatalogueFeed;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;

/**
 * What the roles of a process have in common.
 *
 * @param client settings of a Kafka client
 * @param access what is known of who may do what
 * @param closer where a role leaves what is to be closed
 */
record RoleContext(
        ServerSettings settings,
        Clock clock,
        Map<String, Object> client,
        Admin admin,
        CatalogueFeed feed,
        Supplier<AccessView> access,
        PrometheusMeterRegistry meters,
        Closer closer) {}
