package id.tepati.standalone.cli;

import id.tepati.standalone.app.HeapGuard;
import java.util.Locale;

/** Where the jar starts. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // what programs read is written the same everywhere; what people read names its language itself
        Locale.setDefault(Locale.ROOT);
        HeapGuard.begin(Exit.OUT_OF_MEMORY);
        System.exit(TepatiCommand.run(args));
    }
}
