package dev.cleave.bootstrap.up;

import dev.cleave.bootstrap.Cleave;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.system.ApplicationHome;

/** This program, and how to start it once more with the same Java. */
final class Program {

    private Program() {}

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The program as it was started itself: from its jar, or from a class path. */
    static List<String> command(List<String> jvmOptions, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(jvmOptions);
        File source = new ApplicationHome(Cleave.class).getSource();
        if (source != null && source.isFile()) {
            command.addAll(List.of("-jar", source.getAbsolutePath()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), Cleave.class.getName()));
        }
        command.addAll(options);
        return command;
    }
}
