package dev.cleave.notification.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why notification refuses a command or a request. */
public enum NotificationFailure implements FailureCode {
    /** Nobody has asked for that notice. */
    NOTICE_UNKNOWN(FailureKind.UNKNOWN);

    private final FailureKind kind;

    NotificationFailure(FailureKind kind) {
        this.kind = kind;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }
}
