package dev.cleave.ordering.fulfilment;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.message.FailureCode;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes note of what is sent, and accepts it unless told otherwise. */
final class RecordedCommands implements Commands {

    private final List<Object> sent = new ArrayList<>();
    private final Map<Class<?>, FailureCode> refusals = new HashMap<>();

    @Override
    public Answer send(Object command) {
        sent.add(command);
        FailureCode refusal = refusals.get(command.getClass());
        return refusal == null
                ? new Answer.Accepted(null, null, true)
                : new Answer.Refused(Failure.of(refusal, "Refused by the test."));
    }

    void refuse(Class<?> command, FailureCode code) {
        refusals.put(command, code);
    }

    List<Object> sent() {
        return sent;
    }
}
