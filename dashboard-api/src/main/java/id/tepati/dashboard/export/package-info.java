/**
 * Lists and figures as files, CSV and XLSX, written row by row while the pages of an answer are walked.
 *
 * <p>{@link id.tepati.dashboard.export.Columns} makes columns of the answer records, whatever components they have;
 * {@link id.tepati.dashboard.export.Pages} walks; an {@link id.tepati.dashboard.export.ExportFormat} writes.
 */
@NullMarked
package id.tepati.dashboard.export;

import org.jspecify.annotations.NullMarked;
