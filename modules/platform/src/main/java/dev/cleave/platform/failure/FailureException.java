package dev.cleave.platform.failure;

/** A failure on its way to an HTTP caller: becomes a problem detail (RFC 9457) with the failure's code. */
public final class FailureException extends RuntimeException {

    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.message(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
