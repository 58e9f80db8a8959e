package id.tepati.standalone.cli;

import id.tepati.access.change.Change;
import id.tepati.access.edit.UserEdits;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.UserAccount;
import id.tepati.access.rights.Grant;
import id.tepati.access.secret.PasswordHash;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says who may sign in, and what they may. */
@Command(
        name = "users",
        mixinStandardHelpOptions = true,
        description = {
            "Says who may sign in, and what they may.",
            "Kept in Kafka, so that every process of a server knows a moment later; whether a server runs is no matter."
        })
final class UsersCommand {
    @Command(mixinStandardHelpOptions = true, description = "Adds somebody, and asks for their password.")
    int add(
            @Parameters(paramLabel = "ID", description = "what they sign in with, such as lurah-melati") AccountId id,
            @Option(names = "--name", paramLabel = "TEXT", description = "as the page shows it (default: the id)")
                    @Nullable
                    String name,
            @Option(
                            names = "--grant",
                            paramLabel = "ROLE[:UNIT]",
                            required = true,
                            description = {
                                "viewer, unit-head, inspector, operator or auditor, for a unit and all below it or for"
                                        + " everywhere; may be given several times. docs/rights.md says what each may"
                            })
                    List<Grant> grants,
            @Mixin NewPassword password,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        PasswordHash hash = password.hash();
        Change made = place.change(change.author(), UserEdits.add(id, name == null ? id.value() : name, hash, grants));
        return say("user " + id + " added, change " + made.seq());
    }

    @Command(mixinStandardHelpOptions = true, description = "Sets another password, which ends their sessions.")
    int passwd(
            @Parameters(paramLabel = "ID", description = "whose") AccountId id,
            @Mixin NewPassword password,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        PasswordHash hash = password.hash();
        Change made = place.change(change.author(), UserEdits.password(id, hash));
        return say("user " + id + " has another password and is signed out everywhere, change " + made.seq());
    }

    @Command(mixinStandardHelpOptions = true, description = "Removes somebody, which ends their sessions.")
    int remove(
            @Parameters(paramLabel = "ID", description = "whom") AccountId id,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        Change made = place.change(change.author(), UserEdits.remove(id));
        return say("user " + id + " removed, change " + made.seq());
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists who may sign in, and what they may.")
    int list(@Mixin AccessPlace place) {
        List<UserAccount> users = place.view().users();
        users.forEach(user -> System.out.println(String.join("  ", user.id().value(), grants(user), user.name())));
        return say(users.size() + " users");
    }

    private static String grants(UserAccount user) {
        return user.grants().stream().map(Grant::toString).collect(Collectors.joining(","));
    }

    private static int say(String line) {
        System.out.println(line);
        return Exit.OK;
    }
}
