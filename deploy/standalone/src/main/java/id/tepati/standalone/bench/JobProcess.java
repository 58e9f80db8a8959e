package id.tepati.standalone.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The life of a job in a process of its own: from a line that says it has begun to the signal that ends it. */
final class JobProcess {
    private static final String READY = "job begun";
    private static final Duration LOOK = Duration.ofMillis(100);

    private JobProcess() {}

    /** Starts a job and returns when it has begun. */
    static ChildJvm start(Class<?> job, String... arguments) {
        return ChildJvm.start(job, READY, arguments);
    }

    /** An error in any thread ends the process. */
    static void failFast() {
        Locale.setDefault(Locale.ROOT);
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
    }

    /** Says that the job has begun, and returns only by an error, when it no longer runs. */
    static void serve(BooleanSupplier running, Runnable close) {
        Runtime.getRuntime().addShutdownHook(new Thread(close, "bench-job-end"));
        System.out.println(READY);
        while (running.getAsBoolean()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IllegalStateException("The job stopped.");
    }
}
