/**
 * Import of files: a mapping says which events a row of a file tells, the gateway takes them in batches.
 *
 * <p>{@link id.tepati.importer.Importer} runs an {@code ImportPlan} and answers an {@code ImportSummary}; what ends it
 * early is an {@code ImportException} with an {@code ImportExit}. Four stories come together in it:
 *
 * <ul>
 *   <li>the file: {@code TableFiles} opens a {@code TableFile} by its first bytes, or refuses a {@code ForeignFile}. Each
 *       yields {@code TableLine}s, each a {@code Row} or a {@code BadRow}, below a {@code Header}, and {@code CellText}
 *       is what a cell says. {@code CsvFile}: {@code Decoding} makes text of its bytes, {@code CsvQuoteScanner} finds
 *       where a record ends. {@code XlsxFile}: {@code SheetCells}, with {@code SheetFormat} and {@code SheetNumber}.
 *       {@code ImportReader} goes through the file once;
 *   <li>the mapping: {@code MappingReader} and the readers of its parts read a {@code Mapping} with its {@code FileForm}
 *       and its {@code EventRule}s. {@code RowMapper} makes {@code ImportEvent}s of a row by it, with {@code RowUnit},
 *       {@code Template}, {@code Condition}, {@code Dates} (in a {@code DateFormat} each, with {@code MonthWords}),
 *       {@code DataValue}, {@code CodeTable} and {@code Slugs}; {@code SequenceRule} says which of two exports is right,
 *       {@code OncePerCaseEvents} holds what a case may say {@code Once}, {@code EdgeRows} which row is its first or last, {@code RowCheck} asks the contract about each event;
 *   <li>the derived catalogue: {@code DerivedCatalogue}, a {@code CatalogueDraft} of {@code UnitsAndServices} with the {@code CatalogueParts} of the mapping;
 *   <li>the sending: {@code BatchSender} keeps a {@code Batch} or a few under way by {@code ImportLimits},
 *       {@code StatusPoll} waits for the pipeline, {@code SourceCounts} before and after make the difference.
 *       {@code PipelineRefusals} finds the rows of what only the pipeline refused, {@code RefusalReport} tells of each
 *       {@code RefusedRow}. {@code DryRun} is instead of all that.
 * </ul>
 */
@NullMarked
package id.tepati.importer;

import org.jspecify.annotations.NullMarked;
