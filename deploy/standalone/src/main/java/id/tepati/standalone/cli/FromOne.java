package id.tepati.standalone.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes whole numbers from 1 on, for options of which none or less than none would do nothing. */
final class FromOne implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new TypeConversionException("'" + text + "' is not a whole number from 1 to 999999999.");
        }
        return Integer.valueOf(text);
    }
}
