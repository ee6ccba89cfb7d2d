package dev.cleave.bootstrap.proof;

/** Settings under which what waits in earnest waits briefly. */
final class Hurry {

    static final String[] OPTIONS = {
        "--cleave.messaging.in-process=serialised",
        "--cleave.payment.simulator.lateness=200ms",
        "--cleave.payment.provider.ask-again-after=500ms"
    };

    /** For trading on a machine that may be busy with other things: what is answered late still counts. */
    static final String[] TRADING = {
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
