package dev.cleave.architecture.code;

import dev.cleave.architecture.model.Message;
import dev.cleave.architecture.model.SystemModel;
import java.util.List;

/** Reads the model of a system out of its code. */
final class ModelReader {

    private final SystemCode code;

    ModelReader(SystemCode code) {
        this.code = code;
    }

    SystemModel read() {
        FailureCodes failures = new FailureCodes(code);
        List<Message> messages = new MessagesReader(code, failures).read();
        return new SystemModel(
                code.conventions().system(),
                new ContextsReader(code, failures).read(messages),
                messages,
                ValueTypes.of(code, messages),
                new WaitsReader(code, messages).read(),
                CodeDependencies.of(code));
    }
}
