package id.tepati.broker;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Kafka's settings for one node that is broker and controller at once, on a small machine. */
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final String CONTROLLER_LISTENER = "CONTROLLER";

    private BrokerSettings() {}

    static Map<String, String> of(Path log, LoopbackPorts ports) {
        var settings = new TreeMap<String, String>(behaviour());
        settings.putAll(place(log, ports));
        return settings;
    }

    /** The same node as nothing but the controller. */
    static Map<String, String> ofController(Path log, LoopbackPorts ports) {
        var settings = new TreeMap<String, String>(behaviour());
        settings.putAll(place(log, ports));
        settings.put("process.roles", "controller");
        settings.put("listeners", CONTROLLER_LISTENER + "://" + controllerAddress(ports));
        settings.remove("advertised.listeners");
        return settings;
    }

    /** Where the controller listens. */
    static String controllerAddress(LoopbackPorts ports) {
        return String.format(Locale.ROOT, "%s:%d", LoopbackPorts.HOST, ports.controller());
    }

    /** Everything that does not depend on where the node runs. */
    static Map<String, String> behaviour() {
        var settings = new TreeMap<String, String>();
        settings.putAll(oneReplica());
        settings.putAll(small());
        settings.putAll(quick());
        // when we learned of it; when it happened is in the event
        settings.put("log.message.timestamp.type", "LogAppendTime");
        settings.put("auto.create.topics.enable", "false");
        // a server that stood still over a long holiday must not find its consumers' positions gone
        settings.put("offsets.retention.minutes", "525600");
        return settings;
    }

    private static Map<String, String> place(Path log, LoopbackPorts ports) {
        String broker = String.format(Locale.ROOT, "PLAINTEXT://%s:%d", LoopbackPorts.HOST, ports.broker());
        String controller = controllerAddress(ports);
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "controller.listener.names",
                CONTROLLER_LISTENER,
                "listeners",
                broker + "," + CONTROLLER_LISTENER + "://" + controller,
                "advertised.listeners",
                broker,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT",
                "log.dirs",
                log.toString());
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1");
    }

    private static Map<String, String> small() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1",
                "num.network.threads", "2",
                "num.io.threads", "4",
                "log.segment.bytes", Integer.toString(32 << 20),
                // an index entry every 4 KiB: 32 MiB of log need 96 KiB
                "log.index.size.max.bytes", Integer.toString(1 << 20),
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
    }

    private static Map<String, String> quick() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                // nobody could take over; and a broker put aside because its machine stood still would lose the ends
                // of transactions, as a killed one does (docs/adr/0015)
                "broker.session.timeout.ms", "3600000",
                "broker.heartbeat.interval.ms", "500",
                "num.recovery.threads.per.data.dir",
                        Integer.toString(Runtime.getRuntime().availableProcessors()));
    }
}
