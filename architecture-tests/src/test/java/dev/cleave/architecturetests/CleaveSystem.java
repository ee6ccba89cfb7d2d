package dev.cleave.architecturetests;

import dev.cleave.architecture.code.CodeReader;
import dev.cleave.architecture.code.SystemCode;
import dev.cleave.architecture.model.SystemModel;
import dev.cleave.bootstrap.architecture.reading.CleaveArchitecture;
import java.nio.file.Files;
import java.nio.file.Path;

/** This system's code and model, read once for all tests. */
final class CleaveSystem {

    private static final class Read {
        private static final SystemCode CODE = CodeReader.fromClassPath(CleaveArchitecture.conventions(), root());
    }

    private CleaveSystem() {}

    static SystemCode code() {
        return Read.CODE;
    }

    static SystemModel model() {
        return code().model();
    }

    /** The folder of the whole project. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("Dockerfile"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
