package id.tepati.standalone.cli;

import id.tepati.access.change.ChainHead;
import id.tepati.access.record.AccountId;
import id.tepati.access.rights.Grant;
import id.tepati.access.rights.UserRole;
import id.tepati.rules.UnitId;
import id.tepati.rules.WireName;
import id.tepati.rules.event.EventType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads what the commands of access are given, and says what is wrong with it. */
final class AccessValues {
    private static final String ROLES =
            Stream.of(UserRole.values()).map(UserRole::wireName).collect(Collectors.joining(", "));

    private AccessValues() {}

    static void register(CommandLine command) {
        command.registerConverter(AccountId.class, AccessValues::id);
        command.registerConverter(UserRole.class, AccessValues::role);
        command.registerConverter(Grant.class, AccessValues::grant);
        command.registerConverter(UnitId.class, AccessValues::unit);
        command.registerConverter(EventType.class, AccessValues::type);
        command.registerConverter(LocalDate.class, AccessValues::date);
        command.registerConverter(ChainHead.class, AccessValues::noted);
    }

    private static AccountId id(String text) {
        try {
            return new AccountId(text);
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException(refused.getMessage() + ".");
        }
    }

    private static UserRole role(String text) {
        try {
            return WireName.parse(UserRole.class, text);
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException("'" + text + "' is no role; the roles are " + ROLES + ".");
        }
    }

    private static Grant grant(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? new Grant(role(text), null)
                : new Grant(role(text.substring(0, colon)), unit(text.substring(colon + 1)));
    }

    private static UnitId unit(String text) {
        try {
            return new UnitId(text);
        } catch (IllegalArgumentException refused) {
            throw new TypeConversionException("'" + text + "' is no id of a unit, such as kel-melati.");
        }
    }

    private static EventType type(String text) {
        return EventType.ofShortName(text)
                .or(() -> EventType.ofWireName(text))
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no type of an event, such as ticket.issued; docs/contract.md lists them."));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException refused) {
            throw new TypeConversionException("'" + text + "' is no date such as 2027-12-31.");
        }
    }

    private static ChainHead noted(String text) {
        if (!text.matches("[1-9]\\d{0,8}:[0-9a-f]{64}")) {
            throw new TypeConversionException("'" + text + "' is no NUMBER:HASH, as audit verify prints it.");
        }
        int colon = text.indexOf(':');
        return new ChainHead(Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
    }
}
