package dev.cleave.platform.processing;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The failed attempts of each processor. */
final class FailedAttemptsByProcessor {

    private final Map<String, FailedAttempts> attempts;

    FailedAttemptsByProcessor(Processors processors) {
        this.attempts = processors.all().stream()
                .map(Processor::name)
                .collect(Collectors.toMap(Function.identity(), FailedAttempts::new));
    }

    FailedAttempts of(String processor) {
        return attempts.get(processor);
    }
}
