package id.tepati.importer;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;

/** Reads what the cells of a workbook say. Not thread-safe. */
final class SheetCells {
    private static final Set<String> ERRORS =
            Set.of("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!");

    private final SheetNumber numbers;
    private final Map<String, SheetFormat> formats = new HashMap<>();

    /** Cells of a workbook that counts its days from 1904, or from 1900. */
    SheetCells(boolean from1904) {
        this.numbers = new SheetNumber(from1904);
    }

    /** The value that the cell had when the workbook was saved, as text; empty where it has none. */
    String text(Cell cell) {
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return numbers.text(number, format(cell));
        }
        if (value instanceof Boolean flag) {
            return flag ? "TRUE" : "FALSE";
        }
        return value == null ? "" : value.toString();
    }

    /** Whether the cell has an error for its value, or a formula that was never worked out. */
    static boolean isError(Cell cell) {
        return cell.getType() == CellType.ERROR
                || (cell.getType() == CellType.FORMULA && (cell.getRawValue() == null || isError(cell.getRawValue())));
    }

    private static boolean isError(String text) {
        return ERRORS.contains(text);
    }

    private SheetFormat format(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id == null) {
            return SheetFormat.NUMBER;
        }
        String code = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        return formats.computeIfAbsent(id + " " + code, key -> SheetFormat.of(id, code));
    }
}
