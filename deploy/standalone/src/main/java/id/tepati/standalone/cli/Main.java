package id.tepati.standalone.cli;

/** Where the jar starts. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(TepatiCommand.run(args));
    }
}
