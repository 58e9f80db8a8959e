/**
 * What the pipeline has published, held in memory, and the thread that keeps it up to date.
 *
 * <p>The way of a record: {@code ReadingThread} polls the output topics, {@code OutputReader} turns each record into a
 * change of the {@code MemoryModel}, {@code ProgressFence} and {@code LogEnds} decide up to which instant everything that
 * was sent may be called judged, and {@link id.tepati.dashboard.readmodel.ReadModel} lets many ask while one changes
 * ({@code GuardedModel}).
 *
 * <p>What is held: a {@link id.tepati.dashboard.readmodel.HeldCase} with its
 * {@link id.tepati.dashboard.readmodel.HeldClock}s, and per unit {@link id.tepati.dashboard.readmodel.UnitFigures} of
 * {@link id.tepati.dashboard.readmodel.DayTally} by {@link id.tepati.dashboard.readmodel.Series}. Queries see it as a
 * {@link id.tepati.dashboard.readmodel.Model} beside the {@link id.tepati.dashboard.readmodel.CatalogueView}.
 */
@NullMarked
package id.tepati.dashboard.readmodel;

import org.jspecify.annotations.NullMarked;
