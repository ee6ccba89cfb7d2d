package dev.cleave.platform.datastore;

import org.springframework.dao.DataAccessResourceFailureException;

/** A store can't be written to at present, because its disk is full, read-only or ill. It passes when the disk is well again. */
public final class StoreNotWritable extends DataAccessResourceFailureException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    private StoreNotWritable(String message, boolean outcomeUnknown) {
        super(message);
        this.outcomeUnknown = outcomeUnknown;
    }

    static StoreNotWritable nothingChanged(String trouble) {
        return new StoreNotWritable(trouble, false);
    }

    static StoreNotWritable outcomeUnknown(String trouble) {
        return new StoreNotWritable(trouble, true);
    }

    /** None: it says nothing about the program, and many meet it at once. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }

    /** Whether what was to be written may be kept all the same; otherwise nothing was changed. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
