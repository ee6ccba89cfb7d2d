package dev.cleave.notification.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

/** Why notification refuses a command or a request. */
public enum NotificationFailure implements FailureCode {
    /** Nobody has asked for that notice. */
    NOTICE_UNKNOWN("notice-unknown", FailureKind.UNKNOWN);

    private final String code;
    private final FailureKind kind;

    NotificationFailure(String code, FailureKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public FailureKind kind() {
        return kind;
    }
}
