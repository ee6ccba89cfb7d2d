package dev.cleave.bootstrap.proof.running;

/** Settings under which what waits in earnest waits briefly. */
public final class Hurry {

    public static final String[] OPTIONS = {
        "--cleave.messaging.in-process=serialised",
        "--cleave.payment.simulator.lateness=200ms",
        "--cleave.payment.provider.ask-again-after=500ms"
    };

    /** For trading on a machine that may be busy with other things: what is answered late still counts. */
    public static final String[] TRADING = {
        "--cleave.payment.simulator.lateness=200ms",
        "--cleave.payment.provider.ask-again-after=500ms",
        "--cleave.payment.provider.authorisation-deadline=10m",
        "--cleave.payment.provider.capture-deadline=10m",
        "--cleave.ordering.waits.reservation=10m",
        "--cleave.ordering.waits.payment=10m",
        "--cleave.ordering.waits.charge=10m"
    };

    private Hurry() {}
}
