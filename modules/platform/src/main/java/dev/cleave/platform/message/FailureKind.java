package dev.cleave.platform.message;

/** The sorts of refusal, each with the HTTP status it becomes. */
public enum FailureKind {
    /** The request makes no sense as it stands. */
    MALFORMED(400),
    /** What it names does not exist. */
    UNKNOWN(404),
    /** It contradicts the present state. */
    CONFLICT(409),
    /** A business rule forbids it. */
    RULE(422),
    /** The caller sends too much. */
    THROTTLED(429),
    /** The system can't answer now; nothing was changed as far as it knows. */
    UNAVAILABLE(503);

    private final int status;

    FailureKind(int status) {
        this.status = status;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }
}
