package id.tepati.contract.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and refuses to start on ones that are unfit. */
public final class TopicSetup {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private TopicSetup() {}

    /**
     * Sees to it that every topic is there and as it must be. Safe to run from several processes at once.
     *
     * @return the topics created by this call
     * @throws TopicSetupException with one sentence if a topic is unfit or Kafka does not answer
     */
    public static Set<String> ensure(Admin admin, int partitions, short replication) {
        return ensure(admin, Topics.all(partitions), replication);
    }

    /**
     * Sees to it that these topics are there and as they must be, whatever there is besides.
     *
     * @return the topics created by this call
     * @throws TopicSetupException with one sentence if one is unfit or Kafka does not answer
     */
    public static Set<String> ensure(Admin admin, List<TopicSpec> specs, short replication) {
        Set<String> existing = await(admin.listTopics().names());
        List<TopicSpec> missing =
                specs.stream().filter(spec -> !existing.contains(spec.name())).toList();
        var created = new TreeSet<String>();
        for (TopicSpec spec : missing) {
            if (create(admin, spec, replication)) {
                created.add(spec.name());
            }
        }
        check(admin, specs);
        return created;
    }

    /**
     * What is there and what is wrong with it.
     *
     * @param missing topics that are not there yet
     * @param problems one sentence for each topic that is unfit
     */
    public record Inspection(Set<String> missing, List<String> problems) {
        /** Takes copies. */
        public Inspection {
            missing = Set.copyOf(missing);
            problems = List.copyOf(problems);
        }
    }

    /**
     * Looks at the topics and changes nothing.
     *
     * @throws TopicSetupException if Kafka does not answer
     */
    public static Inspection inspect(Admin admin, int partitions) {
        Set<String> existing = await(admin.listTopics().names());
        List<TopicSpec> specs = Topics.all(partitions);
        Set<String> missing = specs.stream()
                .map(TopicSpec::name)
                .filter(name -> !existing.contains(name))
                .collect(Collectors.toSet());
        List<TopicSpec> present =
                specs.stream().filter(spec -> !missing.contains(spec.name())).toList();
        return new Inspection(missing, problems(admin, present));
    }

    /** Creates one topic; false if another process was faster. */
    private static boolean create(Admin admin, TopicSpec spec, short replication) {
        var topic = new NewTopic(spec.name(), spec.partitions(), replication).configs(spec.settings());
        try {
            admin.createTopics(List.of(topic)).all().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false;
            }
            throw new TopicSetupException(
                    "Topic " + spec.name() + " could not be created (" + reason(e)
                            + "): check the broker's log and the replication factor asked for.",
                    e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void check(Admin admin, List<TopicSpec> specs) {
        problems(admin, specs).stream().findFirst().ifPresent(sentence -> {
            throw new TopicSetupException(sentence);
        });
    }

    private static List<String> problems(Admin admin, List<TopicSpec> specs) {
        Set<String> names = specs.stream().map(TopicSpec::name).collect(Collectors.toSet());
        Map<String, TopicDescription> descriptions = describe(admin, names);
        Map<String, Map<String, String>> settings = settings(admin, names);
        List<String> problems = new ArrayList<>();
        for (TopicSpec spec : specs) {
            int partitions = Objects.requireNonNull(descriptions.get(spec.name()))
                    .partitions()
                    .size();
            Map<String, String> found = settings.getOrDefault(spec.name(), Map.of());
            TopicCheck.problem(spec, partitions, found).ifPresent(problems::add);
        }
        return problems;
    }

    /** Waits until the broker that answers knows all topics and all partitions have a leader. */
    private static Map<String, TopicDescription> describe(Admin admin, Set<String> names) {
        long tries = TIMEOUT.toMillis() / PAUSE.toMillis();
        for (long i = 0; i < tries; i++) {
            Map<String, TopicDescription> found = describeOnce(admin, names);
            if (found.size() == names.size() && found.values().stream().allMatch(TopicSetup::hasLeaders)) {
                return found;
            }
            pause();
        }
        throw new TopicSetupException("The topics were created but have no leader after " + TIMEOUT.toSeconds()
                + " s: check the brokers' log.");
    }

    /** Empty while the broker does not know all of them. */
    private static Map<String, TopicDescription> describeOnce(Admin admin, Set<String> names) {
        try {
            return admin.describeTopics(names).allTopicNames().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Map.of();
            }
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static boolean hasLeaders(TopicDescription description) {
        return description.partitions().stream().allMatch(partition -> partition.leader() != null);
    }

    private static Map<String, Map<String, String>> settings(Admin admin, Collection<String> names) {
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configs =
                await(admin.describeConfigs(resources).all());
        return configs.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), entry -> values(entry.getValue())));
    }

    private static Map<String, String> values(Config config) {
        return config.entries().stream()
                .filter(entry -> entry.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw unanswered(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static TopicSetupException unanswered(ExecutionException e) {
        return new TopicSetupException(
                "Kafka did not answer about its topics (" + reason(e)
                        + "): check that the broker runs and that its address is right.",
                e);
    }

    private static String reason(ExecutionException e) {
        return e.getCause() == null ? e.toString() : e.getCause().toString();
    }

    private static TopicSetupException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new TopicSetupException("The set-up of the topics was interrupted: start again.", e);
    }
}
