package id.tepati.standalone.cli;

import id.tepati.access.change.Change;
import id.tepati.access.edit.Edit;
import id.tepati.access.edit.ProducerEdits;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.ProducerAccount;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.rules.UnitId;
import id.tepati.rules.event.EventType;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives machines that send events keys, and says what they may send. */
@Command(
        name = "producers",
        mixinStandardHelpOptions = true,
        description = {
            "Gives machines that send events keys.",
            "A key says of which units and which types its producer may send events, and how many a second."
        })
final class ProducersCommand {
    @Command(mixinStandardHelpOptions = true, description = "Adds a producer and shows its key once.")
    int add(
            @Parameters(paramLabel = "ID", description = "a name for it, such as loket-melati") AccountId id,
            @Option(
                            names = "--unit",
                            paramLabel = "UNIT",
                            required = true,
                            description =
                                    "of which it may send events, and of all below it; may be given several times")
                    List<UnitId> units,
            @Option(
                            names = "--type",
                            paramLabel = "TYPE",
                            description = "type that it may send, such as ticket.issued; may be given several times"
                                    + " (default: all)")
                    @Nullable
                    List<EventType> types,
            @Option(
                            names = "--source",
                            paramLabel = "PREFIX",
                            converter = SourcePrefix.class,
                            description = "how the CloudEvents source of its events begins; may be given several times"
                                    + " (default: any). Tells its events from those of others of the same unit.")
                    @Nullable
                    List<String> sources,
            @Option(
                            names = "--rate",
                            paramLabel = "N",
                            converter = FromOne.class,
                            defaultValue = "200",
                            description = "events a second that it may send (default: ${DEFAULT-VALUE})")
                    int rate,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        Secret key = newKey();
        List<EventType> only = types == null ? List.of() : types;
        List<String> asSources = sources == null ? List.of() : sources;
        Change made = place.change(change.author(), ProducerEdits.add(id, units, only, asSources, rate, key.hash()));
        return ShownOnce.show(key, "This is the key of " + id + ", change " + made.seq() + ".");
    }

    @Command(mixinStandardHelpOptions = true, description = "Gives a second key; the first one stays good.")
    int rotate(
            @Parameters(paramLabel = "ID", description = "which") AccountId id,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        Secret key = newKey();
        Change made = place.change(change.author(), ProducerEdits.rotate(id, key.hash()));
        return ShownOnce.show(
                key,
                "This is the new key of " + id + ", change " + made.seq()
                        + ". The one until now is good until tepati producers revoke " + id
                        + " --previous, or the next rotation.");
    }

    @Command(mixinStandardHelpOptions = true, description = "Ends a producer with all its keys, for good.")
    int revoke(
            @Parameters(paramLabel = "ID", description = "which") AccountId id,
            @Option(names = "--previous", description = "end only the key that was good before the last rotation")
                    boolean previous,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        Edit edit = previous ? ProducerEdits.endPrevious(id) : ProducerEdits.revoke(id);
        Change made = place.change(change.author(), edit);
        String what = previous ? "the former key of producer " + id : "producer " + id;
        return say(what + " revoked, change " + made.seq());
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists producers and what each may send.")
    int list(@Mixin AccessPlace place) {
        List<ProducerAccount> producers = place.view().producers();
        producers.forEach(producer -> System.out.println(String.join(
                "  ",
                producer.id().value(),
                producer.units().stream().map(UnitId::value).collect(Collectors.joining(",")),
                what(producer),
                producer.eventsPerSecond() + "/s",
                producer.revoked() ? "revoked" : producer.keys().count() + " keys")));
        return say(producers.size() + " producers");
    }

    private static String what(ProducerAccount producer) {
        String types = producer.types().isEmpty() ? "all types" : String.join(",", producer.types());
        return producer.sources().isEmpty() ? types : types + " as " + String.join(",", producer.sources());
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = {
                "Prints commands that let it write straight to Kafka.",
                "For a cluster with an authorizer, where its principal is User:ID."
            })
    int acl(
            @Parameters(paramLabel = "ID", description = "which") AccountId id,
            @Option(
                            names = "--bootstrap-server",
                            paramLabel = "HOST:PORT",
                            defaultValue = "localhost:9092",
                            description = "what the commands are to name (default: ${DEFAULT-VALUE})")
                    String server,
            @Mixin AccessPlace place) {
        ProducerAccount producer = place.view()
                .producer(id)
                .orElseThrow(() -> new CommandException(
                        "There is no producer " + id + ": tepati producers list shows all.", Exit.REFUSED));
        new KafkaGrants(producer, server).lines().forEach(System.out::println);
        return Exit.OK;
    }

    private static Secret newKey() {
        return Secret.make(SecretKind.KEY, new SecureRandom());
    }

    private static int say(String line) {
        System.out.println(line);
        return Exit.OK;
    }
}
