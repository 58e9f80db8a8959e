package id.tepati.standalone.cli;

import id.tepati.client.ClientException;

/** Exit codes of the command line, by cause. Those of an import are in {@code importer.ImportExit}. */
final class Exit {
    static final int OK = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    /** Something that was handed in has errors, which were printed. */
    static final int REFUSED = 3;
    /** No Tepati, or no Kafka, answers at the address. */
    static final int UNREACHABLE = 7;
    /** What was sent is stored, but not judged yet. */
    static final int NOT_PROCESSED = 9;
    /** A server could not start. */
    static final int NOT_STARTED = 10;
    /** A server stopped by itself. */
    static final int DIED = 11;
    /** A server did not start, or stopped by itself, for want of room on its disk. */
    static final int FULL_DISK = 12;
    /** A server was asked to stop, and a part of it did not end in time. */
    static final int CUT_SHORT = 13;
    /** Whatever it was, it had no memory left. */
    static final int OUT_OF_MEMORY = 14;

    private Exit() {}

    /** How a command ends that a server did not let come to its end. */
    static int of(ClientException.Code code) {
        return switch (code) {
            case UNREACHABLE, NOT_TEPATI, INTERRUPTED -> UNREACHABLE;
            case REFUSED, STAYS_BUSY -> REFUSED;
        };
    }
}
