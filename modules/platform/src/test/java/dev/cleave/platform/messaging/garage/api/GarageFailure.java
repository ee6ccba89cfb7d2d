package dev.cleave.platform.messaging.garage.api;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;

public enum GarageFailure implements FailureCode {
    CAR_BANNED;

    @Override
    public FailureKind kind() {
        return FailureKind.RULE;
    }
}
