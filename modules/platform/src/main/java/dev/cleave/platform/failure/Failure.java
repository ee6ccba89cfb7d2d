package dev.cleave.platform.failure;

import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.message.FailureKind;
import java.util.Map;

/**
 * A business rejection as it travels: the details of the command's result, serialised like any payload.
 *
 * @param code stable code, see {@link FailureCode#code()}
 * @param kind the sort of refusal
 * @param message one sentence for people that says what to do next; no class names, no personal data
 * @param details named facts for programs, such as the product that is short
 * @param retryable whether the same command may succeed later
 */
public record Failure(String code, FailureKind kind, String message, Map<String, String> details, boolean retryable) {

    public Failure {
        details = Map.copyOf(details);
    }

    public static Failure of(FailureCode code, String message) {
        return of(code, message, Map.of());
    }

    public static Failure of(FailureCode code, String message, Map<String, String> details) {
        return new Failure(code.code(), code.kind(), message, details, code.retryable());
    }
}
