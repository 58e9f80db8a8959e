/**
 * A folder of catalogue YAML, read and checked as a whole before anything of it is published.
 *
 * <p>The way through: {@link id.tepati.contract.catalogue.draft.CatalogueFolder} takes the files, {@code DraftReader}
 * their lists, and one {@code EntryReader} for each kind ({@code CalendarReader} with {@code Weeks}, {@code UnitReader},
 * {@code ServiceReader}, {@code StandardReader}) makes entries that remember their lines ({@code Located}). Then the
 * entries are judged together: {@code References} asks {@code Declared} whether what they name exists, and over
 * {@code DraftedVersions}, the catalogue as it would be, {@code TreeCheck} looks for circles of units,
 * {@code DayPromiseCheck} for working days where doors never close and {@code NoticeCheck} for units whose day changes
 * too soon. What comes out is a {@link id.tepati.contract.catalogue.draft.CatalogueReading}.
 */
@NullMarked
package id.tepati.contract.catalogue.draft;

import org.jspecify.annotations.NullMarked;
