/**
 * What the pipeline has published, in a database: SQLite or PostgreSQL, by one schema and one set of SQL.
 *
 * <p>Writing: {@link id.tepati.dashboard.store.ModelWriter} takes a {@link id.tepati.dashboard.store.ChangeSet} and commits
 * it; {@code CaseTable} writes cases with their clocks ({@link id.tepati.dashboard.store.StoredCase}, {@link
 * id.tepati.dashboard.store.StoredClock}), {@code SmallTables} the rest, {@code CountChanges} what is counted with them.
 *
 * <p>Asking: {@link id.tepati.dashboard.store.ModelStore} gives each question a {@link id.tepati.dashboard.store.Model},
 * which is one commit. {@code FigureCache} keeps {@code KeptFigures} in memory, {@link
 * id.tepati.dashboard.store.UnitFigures} with {@link id.tepati.dashboard.store.PromiseFigures} and {@link
 * id.tepati.dashboard.store.RecentDays}; rows are asked by {@link id.tepati.dashboard.store.ClockRows} ({@link
 * id.tepati.dashboard.store.ClockFilter}, {@code ClockList}), {@link id.tepati.dashboard.store.CaseRows} and {@link
 * id.tepati.dashboard.store.LetterRows}.
 *
 * <p>The tables are in {@code schema/V1__model.sql}, what they are looked up by in {@code indexes.sql}. Instants are
 * microseconds and days are days, both since 1970 ({@code Column}).
 */
@NullMarked
package id.tepati.dashboard.store;

import org.jspecify.annotations.NullMarked;
