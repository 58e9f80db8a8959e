package id.tepati.standalone.cli;

import id.tepati.contract.event.Masking;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes how a CloudEvents source begins; one that no event could have is refused. */
final class SourcePrefix implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        if (text.isBlank() || !Masking.mask(text).equals(text)) {
            throw new TypeConversionException(
                    "'" + Masking.mask(text) + "' begins no source of an event: write for instance urn:loket:melati.");
        }
        return text;
    }
}
