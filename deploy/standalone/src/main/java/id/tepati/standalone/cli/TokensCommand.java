package id.tepati.standalone.cli;

import id.tepati.access.change.Change;
import id.tepati.access.edit.TokenEdits;
import id.tepati.access.record.AccountId;
import id.tepati.access.record.MachineToken;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.UserRole;
import id.tepati.access.secret.Secret;
import id.tepati.access.secret.SecretKind;
import id.tepati.rules.UnitId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives machines that read, such as Prometheus and scripts, tokens to prove themselves with. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = {
            "Gives machines that read tokens.",
            "Such as Prometheus, Grafana and scripts. A machine that sends events has a key instead: see producers."
        })
final class TokensCommand {
    @Command(mixinStandardHelpOptions = true, description = "Makes a token and shows it once.")
    int add(
            @Parameters(paramLabel = "ID", description = "a name for it, such as prometheus") AccountId id,
            @Option(
                            names = "--role",
                            paramLabel = "ROLE",
                            required = true,
                            description = "viewer, unit-head, inspector, operator or auditor; docs/rights.md says what"
                                    + " each may")
                    UserRole role,
            @Option(
                            names = "--unit",
                            paramLabel = "UNIT",
                            description = "for this unit and all below it (default: everywhere)")
                    @Nullable
                    UnitId unit,
            @Option(
                            names = "--expires",
                            paramLabel = "DATE",
                            required = true,
                            description = "its last day, by UTC, such as 2027-12-31")
                    LocalDate lastDay,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        Secret token = Secret.make(SecretKind.TOKEN, new SecureRandom());
        Grant grant = new Grant(role, unit);
        Instant expires = lastDay.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Change made = place.change(change.author(), TokenEdits.add(id, grant, token.hash(), expires));
        return ShownOnce.show(token, "This is the token of " + id + " (" + grant + "), change " + made.seq() + ".");
    }

    @Command(mixinStandardHelpOptions = true, description = "Makes a token good for nothing.")
    int revoke(
            @Parameters(paramLabel = "ID", description = "which") AccountId id,
            @Mixin ChangeOptions change,
            @Mixin AccessPlace place) {
        Change made = place.change(change.author(), TokenEdits.revoke(id));
        return say("token " + id + " revoked, change " + made.seq());
    }

    @Command(mixinStandardHelpOptions = true, description = "Lists tokens by their names, and what each may.")
    int list(@Mixin AccessPlace place) {
        Instant now = Instant.now();
        List<MachineToken> tokens = place.view().tokens();
        tokens.forEach(token -> System.out.println(String.join(
                "  ",
                token.id().value(),
                token.grant().toString(),
                (token.lastsAt(now) ? "until " : "expired at ") + token.expires())));
        return say(tokens.size() + " tokens");
    }

    private static int say(String line) {
        System.out.println(line);
        return Exit.OK;
    }
}
