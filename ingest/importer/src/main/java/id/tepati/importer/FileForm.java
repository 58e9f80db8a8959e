package id.tepati.importer;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a mapping says of the form of a file. What the file says itself, by a byte order mark or a first line
 * {@code sep=;}, goes before it.
 *
 * @param separator between the cells of a text file
 * @param charset of a text file
 * @param sheet of a workbook: its name, or its place from 1; empty for the first
 */
record FileForm(char separator, Charset charset, String sheet) {
    static final FileForm USUAL = new FileForm(',', StandardCharsets.UTF_8, "");
}
