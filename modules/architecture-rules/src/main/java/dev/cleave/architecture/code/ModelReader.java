package dev.cleave.architecture.code;

import dev.cleave.architecture.model.SystemModel;
import java.util.List;

/** Reads the model of a system out of its code. */
final class ModelReader {

    private final SystemCode code;

    ModelReader(SystemCode code) {
        this.code = code;
    }

    SystemModel read() {
        return new SystemModel(code.conventions().system(), List.of(), List.of(), List.of(), List.of());
    }
}
