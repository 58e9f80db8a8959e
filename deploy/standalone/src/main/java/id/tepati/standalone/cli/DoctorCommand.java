package id.tepati.standalone.cli;

import id.tepati.contract.topic.Topics;
import id.tepati.standalone.app.KafkaCluster;
import id.tepati.standalone.doctor.ClusterHealth;
import id.tepati.standalone.doctor.Finding;
import id.tepati.standalone.doctor.MachineHealth;
import id.tepati.standalone.doctor.ServerHealth;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for what is wrong and says what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks for what is wrong, and says what to do.",
            "Looks at this machine, at a Kafka cluster if one is named, and at a running Tepati if one answers"
                    + " or is named by --url. Changes nothing. Ends with 3 where it found a problem."
        })
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private UrlOption url = new UrlOption();

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "tepati-data",
            description = "default: ${DEFAULT-VALUE}")
    private Path data = Path.of("tepati-data");

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "look at this cluster too")
    private @Nullable String kafka;

    @Mixin
    private KafkaConfigOption config = new KafkaConfigOption();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            converter = FromOne.class,
            defaultValue = "" + Topics.DEFAULT_PARTITIONS,
            description = "partitions that the input topics are to have (default: ${DEFAULT-VALUE})")
    private int partitions = Topics.DEFAULT_PARTITIONS;

    @SuppressWarnings("NullAway.Init")
    DoctorCommand() {}

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>(MachineHealth.examine(data));
        KafkaCluster cluster = config.ofNullable(kafka);
        if (cluster != null) {
            findings.addAll(ClusterHealth.examine(cluster, partitions));
        }
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--url");
        findings.addAll(ServerHealth.ask(url.client(), named));
        findings.forEach(finding -> System.out.printf(
                Locale.ROOT, "%-8s %s%n", finding.level().name().toLowerCase(Locale.ROOT), finding.what()));
        boolean sick = findings.stream().anyMatch(finding -> finding.level() == Finding.Level.PROBLEM);
        return sick ? Exit.REFUSED : Exit.OK;
    }
}
