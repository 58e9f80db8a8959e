package id.tepati.contract.catalogue.draft;

import id.tepati.contract.catalogue.CatalogueEntry;
import id.tepati.contract.catalogue.CatalogueEntry.OfCalendar;
import id.tepati.contract.catalogue.CatalogueEntry.OfService;
import id.tepati.contract.catalogue.CatalogueEntry.OfStandard;
import id.tepati.contract.catalogue.CatalogueEntry.OfUnit;
import id.tepati.contract.catalogue.EntryKind;
import id.tepati.contract.text.WithinText;
import id.tepati.contract.yaml.FilePosition;
import id.tepati.contract.yaml.Problems;
import id.tepati.rules.calendar.CalendarId;
import id.tepati.rules.catalogue.Promise;
import id.tepati.rules.catalogue.Service;
import id.tepati.rules.catalogue.Standard;
import id.tepati.rules.catalogue.Unit;
import id.tepati.rules.catalogue.Within.WorkingDays;
import id.tepati.rules.clock.ClockKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that no working days are promised where the doors never close: every unit and service, with the standard
 * and the calendar that govern it on each day on which anything changes. {@code file-check} is the exception: there
 * a working day of an office that is always open is a calendar day.
 */
final class DayPromiseCheck {
    private final DraftedVersions versions;
    private final Problems problems;
    private final Set<String> reported = new HashSet<>();

    DayPromiseCheck(DraftedVersions versions, Problems problems) {
        this.versions = versions;
        this.problems = problems;
    }

    void check(List<Located> entries) {
        boolean anyAlwaysOpen = versions.all(EntryKind.CALENDAR).stream()
                .anyMatch(entry -> ((OfCalendar) entry).published().content().alwaysOpen());
        if (anyAlwaysOpen) {
            versions.dates().forEach(date -> check(date, entries));
        }
    }

    private void check(LocalDate date, List<Located> entries) {
        Set<String> alwaysOpen = versions.on(date, EntryKind.CALENDAR).stream()
                .filter(entry -> ((OfCalendar) entry).published().content().alwaysOpen())
                .map(CatalogueEntry::id)
                .collect(Collectors.toSet());
        List<Standard> standards = versions.on(date, EntryKind.STANDARD).stream()
                .map(entry -> ((OfStandard) entry).published().content())
                .sorted(Comparator.comparingInt(standard -> standard.scope().rank()))
                .toList();
        List<CatalogueEntry> services = versions.on(date, EntryKind.SERVICE);
        for (CatalogueEntry unit : versions.on(date, EntryKind.UNIT)) {
            for (CatalogueEntry service : services) {
                check(
                        ((OfUnit) unit).published().content(),
                        ((OfService) service).published().content(),
                        alwaysOpen,
                        standards,
                        entries);
            }
        }
    }

    private void check(
            Unit unit, Service service, Set<String> alwaysOpen, List<Standard> standards, List<Located> entries) {
        CalendarId calendar = service.calendar() != null ? service.calendar() : unit.calendar();
        if (!alwaysOpen.contains(calendar.value())) {
            return;
        }
        standards.stream()
                .filter(standard -> standard.scope().covers(unit.id(), unit.type(), service.id()))
                .findFirst()
                .ifPresent(standard -> standard.promises().stream()
                        .filter(DayPromiseCheck::countsWorkingDays)
                        .forEach(promise -> report(standard, promise, unit, service, calendar, entries)));
    }

    private static boolean countsWorkingDays(Promise promise) {
        return promise.within() instanceof WorkingDays && promise.clock() != ClockKind.FILE_CHECK;
    }

    private void report(
            Standard standard,
            Promise promise,
            Unit unit,
            Service service,
            CalendarId calendar,
            List<Located> entries) {
        if (!reported.add(standard.scope().id() + " " + promise.clock())) {
            return;
        }
        problems.add(
                culprit(entries, standard, unit, service, calendar),
                "lets the standard " + standard.scope().id() + " promise "
                        + promise.clock().id() + " within "
                        + WithinText.format(promise.within()) + " to " + unit.id() + "/" + service.id()
                        + ", whose calendar " + calendar + " is always open",
                "promise calendar-days or hours there, or give that unit a standard of its own or another calendar");
    }

    /** Where to point: the standard if the draft has it, else whichever part of the pair the draft brings. */
    private static FilePosition culprit(
            List<Located> entries, Standard standard, Unit unit, Service service, CalendarId calendar) {
        return placeOf(entries, EntryKind.STANDARD, standard.scope().id(), "promises")
                .or(() -> placeOf(entries, EntryKind.UNIT, unit.id().value(), "calendar"))
                .or(() -> placeOf(entries, EntryKind.SERVICE, service.id().value(), "calendar"))
                .or(() -> placeOf(entries, EntryKind.CALENDAR, calendar.value(), "alwaysOpen"))
                .orElse(FilePosition.of(""));
    }

    private static Optional<FilePosition> placeOf(List<Located> entries, EntryKind kind, String id, String key) {
        return entries.stream()
                .filter(located ->
                        located.entry().kind() == kind && located.entry().id().equals(id))
                .map(located -> located.fields().at(key))
                .findFirst();
    }
}
