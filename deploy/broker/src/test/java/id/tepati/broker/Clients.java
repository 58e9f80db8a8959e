package id.tepati.broker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Plain Kafka clients for one broker, with strings as keys and values. */
record Clients(String bootstrapServers) {

    void createTopic(String name, int partitions) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    String clusterId() throws Exception {
        try (Admin admin = admin()) {
            return admin.describeCluster().clusterId().get();
        }
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    Producer<String, String> producer(Map<String, Object> more) {
        return new KafkaProducer<>(with(Map.of("acks", "all"), more), new StringSerializer(), new StringSerializer());
    }

    Consumer<String, String> consumer(Map<String, Object> more) {
        Map<String, Object> base = Map.of("auto.offset.reset", "earliest", "enable.auto.commit", false);
        return new KafkaConsumer<>(with(base, more), new StringDeserializer(), new StringDeserializer());
    }

    /** Sends the values to partition 0 and waits for every acknowledgement. */
    void send(String topic, List<String> values) throws Exception {
        try (var producer = producer(Map.of())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(topic, 0, "unit", value)).get();
            }
        }
    }

    /** Reads partition 0 from the first record to its present end. */
    List<ConsumerRecord<String, String>> read(String topic, String isolation) {
        var partition = new TopicPartition(topic, 0);
        try (var consumer = consumer(Map.of("isolation.level", isolation))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    List<String> values(String topic, String isolation) {
        return read(topic, isolation).stream().map(ConsumerRecord::value).toList();
    }

    /** Settings with the address. */
    Map<String, Object> with(Map<String, Object> more) {
        return with(Map.of(), more);
    }

    private Map<String, Object> with(Map<String, Object> base, Map<String, Object> more) {
        var all = new HashMap<String, Object>(base);
        all.put("bootstrap.servers", bootstrapServers);
        all.putAll(more);
        return all;
    }
}
