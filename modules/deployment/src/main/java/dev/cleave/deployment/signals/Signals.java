package dev.cleave.deployment.signals;

/** Ctrl-C and its like are how a process ends well that runs until it is stopped. */
public final class Signals {

    private Signals() {}

    /** From now on the process ends in order on SIGINT and SIGTERM, with the exit code 0. */
    public static void endWell() {
        for (String name : new String[] {"INT", "TERM"}) {
            // The JVM lets a signal be that it was started to ignore.
            org.jline.utils.Signals.register(name, () -> System.exit(0));
        }
    }
}
