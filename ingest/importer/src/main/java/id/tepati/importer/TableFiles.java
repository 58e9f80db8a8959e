package id.tepati.importer;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Opens a file as what it is, told by its first bytes and not by its name. */
final class TableFiles {
    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 64;

    private TableFiles() {}

    /**
     * Opens a text file, gzipped or not, or a workbook, and reads its header.
     *
     * @param used names of the columns that the mapping reads
     */
    static TableFile open(Path path, FileForm form, Set<String> used) {
        String name = path.getFileName().toString();
        if (Files.isDirectory(path)) {
            throw refused(name, "is a folder", "name a file in it");
        }
        try {
            InputStream raw = buffered(Files.newInputStream(path));
            String head = head(raw);
            if (ForeignFile.ZIP.begins(head)) {
                raw.close();
                return XlsxFile.open(name, path, form, used);
            }
            return text(
                    name, ForeignFile.GZIP.begins(head) ? buffered(new GZIPInputStream(raw, BUFFER)) : raw, form, used);
        } catch (NoSuchFileException e) {
            throw new ImportException(ImportExit.FILE, path + " does not exist; check the path", e);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static TableFile text(String name, InputStream in, FileForm form, Set<String> used) throws IOException {
        String head = head(in);
        if (head.isEmpty()) {
            throw refused(name, "is empty", "fetch it again");
        }
        for (ForeignFile foreign : ForeignFile.values()) {
            if (foreign.begins(head)) {
                throw refused(name, foreign.what(), foreign.cure());
            }
        }
        Decoding decoding = Decoding.of(head, form.charset());
        return new CsvFile(name, decoding, decoding.reader(in), form.separator(), used);
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }

    /** The first bytes, each as the character of its number; the stream stays before them. */
    private static String head(InputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return new String(head, StandardCharsets.ISO_8859_1);
    }

    static ImportException refused(String name, String what, String cure) {
        return new ImportException(ImportExit.FILE, name + " " + what + "; " + cure);
    }

    static ImportException unreadable(String name, Exception e) {
        return new ImportException(
                ImportExit.FILE, name + " cannot be read to its end (" + e.getMessage() + "); fetch it again", e);
    }
}
