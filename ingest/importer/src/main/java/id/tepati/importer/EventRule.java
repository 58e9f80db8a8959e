package id.tepati.importer;

import id.tepati.rules.event.EventType;
import id.tepati.rules.event.Field;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One event that a row yields.
 *
 * @param day when a time counts that is a date alone; null where it must not be alone
 * @param when the row yields it only where this holds; null for every row
 * @param once from which rows of a case it comes
 */
record EventRule(
        EventType type,
        Template id,
        Template time,
        @Nullable LocalTime day,
        @Nullable Condition when,
        Once once,
        Map<Field, DataValue> data) {
    EventRule {
        Map<Field, DataValue> ordered = new EnumMap<>(Field.class);
        ordered.putAll(data);
        data = Collections.unmodifiableMap(ordered);
    }

    boolean appliesTo(Row row) {
        return when == null || when.holds(row);
    }

    Stream<ColumnRef> columns() {
        Stream<ColumnRef> guard = when == null ? Stream.of() : when.columns();
        Stream<ColumnRef> values = data.values().stream().flatMap(DataValue::columns);
        return Stream.of(id.columns(), time.columns(), guard, values).flatMap(stream -> stream);
    }
}
