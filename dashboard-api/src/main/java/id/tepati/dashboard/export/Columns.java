package id.tepati.dashboard.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a record of an answer: its components in their order by their names in JSON, those of a nested record
 * in its place with a dot between the names. Where one component is a list of records, each of these makes a row of its
 * own, in which the rest is repeated; a list without any makes one row. Immutable.
 *
 * @param <R> the record
 */
public final class Columns<R extends Record> {
    /**
     * One column.
     *
     * @param ofLine whether the way begins at a record of the list, and not at the row's own
     * @param way the accessors that lead to the value
     */
    private record Column(String name, boolean ofLine, List<Method> way) {
        Cell in(Record row, @Nullable Record line) {
            return Cell.of(follow(way, ofLine ? line : row));
        }
    }

    private final List<Column> columns = new ArrayList<>();
    private @Nullable List<Method> toLines;

    private Columns(Class<R> row) {
        add(row, "", false, List.of());
    }

    /** Those of a record. */
    public static <R extends Record> Columns<R> of(Class<R> row) {
        return new Columns<>(row);
    }

    /** Their names. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** The rows that a record makes. */
    List<List<Cell>> rows(R row) {
        List<@Nullable Record> lines = linesOf(row);
        List<List<Cell>> rows = new ArrayList<>(lines.size());
        for (Record line : lines) {
            List<Cell> cells = new ArrayList<>(columns.size());
            for (Column column : columns) {
                cells.add(column.in(row, line));
            }
            rows.add(cells);
        }
        return rows;
    }

    private List<@Nullable Record> linesOf(R row) {
        List<@Nullable Record> lines = new ArrayList<>();
        if (toLines != null && follow(toLines, row) instanceof List<?> list) {
            list.forEach(line -> lines.add((Record) line));
        }
        if (lines.isEmpty()) {
            lines.add(null);
        }
        return lines;
    }

    private void add(Class<?> type, String prefix, boolean ofLine, List<Method> way) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + nameOf(component);
            List<Method> further = Stream.concat(way.stream(), Stream.of(component.getAccessor()))
                    .toList();
            Optional<Class<?>> ofList = recordIn(component.getGenericType());
            if (component.getType().isRecord()) {
                add(component.getType(), name + ".", ofLine, further);
            } else if (ofList.isPresent() && toLines == null) {
                toLines = further;
                add(ofList.get(), name + ".", true, List.of());
            } else {
                columns.add(new Column(name, ofLine, further));
            }
        }
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static Optional<Class<?>> recordIn(Type type) {
        return type instanceof ParameterizedType list
                        && list.getRawType().equals(List.class)
                        && list.getActualTypeArguments()[0] instanceof Class<?> line
                        && line.isRecord()
                ? Optional.of(line)
                : Optional.empty();
    }

    private static @Nullable Object follow(List<Method> way, @Nullable Object from) {
        Object at = from;
        for (Method accessor : way) {
            if (at == null) {
                return null;
            }
            at = valueOf(accessor, at);
        }
        return at;
    }

    private static @Nullable Object valueOf(Method accessor, Object of) {
        try {
            return accessor.invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("an answer hides " + accessor, hidden);
        }
    }
}
