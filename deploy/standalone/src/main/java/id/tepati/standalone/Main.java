package id.tepati.standalone;

import id.tepati.standalone.cli.TepatiCommand;

/** Where the jar starts. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(TepatiCommand.run(args));
    }
}
