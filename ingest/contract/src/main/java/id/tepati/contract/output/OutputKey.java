package id.tepati.contract.output;

import id.tepati.rules.CaseId;
import id.tepati.rules.CaseKey;
import id.tepati.rules.ServiceId;
import id.tepati.rules.UnitId;
import id.tepati.rules.catalogue.PromiseName;
import id.tepati.rules.tally.Bucket;
import id.tepati.rules.tally.Slot;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The key of a record that Tepati writes. On the wire it is text in UTF-8, which {@code toString} gives and the
 * {@code parse} of its type reads; its parts stand between bars. A part that may hold a bar of its own, such as the id
 * of a case, stands last. Immutable.
 */
public sealed interface OutputKey {
    /** The bytes on the wire. */
    default byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The unit with which a key begins, as bytes; the whole key where it has no other part. */
    static byte[] unitOf(byte[] key) {
        for (int at = 0; at < key.length; at++) {
            if (key[at] == '|') {
                return Arrays.copyOf(key, at);
            }
        }
        return key;
    }

    /** Of a case: {@code unit|case}. */
    record OfCase(CaseKey key) implements OutputKey {
        /**
         * Reads a key.
         *
         * @throws IllegalArgumentException where it is none of a case
         */
        public static OfCase parse(String text) {
            int bar = firstBar(text, "the key of a case is unit|case");
            return new OfCase(new CaseKey(new UnitId(text.substring(0, bar)), new CaseId(text.substring(bar + 1))));
        }

        @Override
        public String toString() {
            return key.unit() + "|" + key.id();
        }
    }

    /** Of a tally: {@code unit|service|promise|bucket}. */
    record OfTally(UnitId unit, Slot slot) implements OutputKey {
        /**
         * Reads a key.
         *
         * @throws IllegalArgumentException where it is none of a tally
         * @throws java.time.format.DateTimeParseException where its bucket is no time
         */
        public static OfTally parse(String text) {
            String[] parts = fourParts(text, "the key of a tally is unit|service|promise|bucket");
            Slot slot = new Slot(new ServiceId(parts[1]), new PromiseName(parts[2]), Bucket.parse(parts[3]));
            return new OfTally(new UnitId(parts[0]), slot);
        }

        @Override
        public String toString() {
            return unit + "|" + slot.service() + "|" + slot.promise() + "|"
                    + slot.bucket().text();
        }
    }

    /**
     * Of a restatement: {@code unit|day|cause|learnedDay}.
     *
     * @param cause by its name on the wire (text, so that causes of later versions can be read)
     */
    record OfRestatement(UnitId unit, LocalDate day, String cause, LocalDate learnedDay) implements OutputKey {
        /**
         * Reads a key.
         *
         * @throws IllegalArgumentException where it is none of a restatement
         * @throws java.time.format.DateTimeParseException where a day of it is none
         */
        public static OfRestatement parse(String text) {
            String[] parts = fourParts(text, "the key of a restatement is unit|day|cause|learnedDay");
            return new OfRestatement(
                    new UnitId(parts[0]), LocalDate.parse(parts[1]), parts[2], LocalDate.parse(parts[3]));
        }

        @Override
        public String toString() {
            return unit + "|" + day + "|" + cause + "|" + learnedDay;
        }
    }

    /** Of a source: {@code unit|source}. */
    record OfSource(UnitId unit, String source) implements OutputKey {
        /**
         * Reads a key.
         *
         * @throws IllegalArgumentException where it is none of a source
         */
        public static OfSource parse(String text) {
            int bar = firstBar(text, "the key of a source is unit|source");
            return new OfSource(new UnitId(text.substring(0, bar)), text.substring(bar + 1));
        }

        @Override
        public String toString() {
            return unit + "|" + source;
        }
    }

    /** Of the progress of a partition: its number. */
    record OfPartition(int number) implements OutputKey {
        /**
         * Reads a key.
         *
         * @throws NumberFormatException where it is no number
         */
        public static OfPartition parse(String text) {
            return new OfPartition(Integer.parseInt(text));
        }

        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /** Of a dead letter: its id, which may be any text. */
    record OfDeadLetter(String id) implements OutputKey {
        /** Reads a key. */
        public static OfDeadLetter parse(String text) {
            return new OfDeadLetter(text);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    private static int firstBar(String text, String form) {
        int bar = text.indexOf('|');
        if (bar < 0) {
            throw new IllegalArgumentException(form);
        }
        return bar;
    }

    private static String[] fourParts(String text, String form) {
        String[] parts = text.split("\\|", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(form);
        }
        return parts;
    }
}
