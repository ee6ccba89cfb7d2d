package dev.cleave.platform.failure;

import dev.cleave.platform.message.FailureCode;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;

/**
 * How a handler refuses a command: thrown on the handling side only, it carries a {@link Failure} as its details, and nothing
 * else reaches the sender. It leaves no event.
 */
public final class Refusal extends CommandExecutionException {

    private final transient Failure failure;

    public Refusal(Failure failure) {
        super(failure.message(), null, failure);
        this.failure = failure;
    }

    public static Refusal of(FailureCode code, String message) {
        return new Refusal(Failure.of(code, message));
    }

    public static Refusal of(FailureCode code, String message, Map<String, String> details) {
        return new Refusal(Failure.of(code, message, details));
    }

    public Failure failure() {
        return failure;
    }
}
