package dev.cleave.deployment.up;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.boot.system.ApplicationHome;

/**
 * The program that is run, and how to start it once more with the same Java.
 *
 * @param main its main class
 * @param groups the order in which the groups of its HTTP resources are described, by their names
 */
public record Program(Class<?> main, Comparator<String> groups) {

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The program as it was started itself: from its jar, or from a class path. */
    List<String> command(List<String> jvmOptions, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(jvmOptions);
        File source = new ApplicationHome(main).getSource();
        if (source != null && source.isFile()) {
            command.addAll(List.of("-jar", source.getAbsolutePath()));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        }
        command.addAll(options);
        return command;
    }
}
