package dev.cleave.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTests {

    @Test
    void theNextStepIsACommandForTheFolderThatTheJarWasStartedIn(@TempDir Path elsewhere) throws IOException {
        File here = Path.of("target/first steps.jar").toFile();
        Files.createDirectories(here.toPath().getParent());
        Files.writeString(here.toPath(), "");
        File there = Files.createFile(elsewhere.resolve("cleave.jar")).toFile();

        assertThat(FirstSteps.trade(here.getAbsoluteFile(), "http://localhost:8080"))
                .isEqualTo("java -jar \"target/first steps.jar\" trade --sample");
        assertThat(FirstSteps.trade(there, "http://localhost:18801"))
                .isEqualTo("java -jar " + there + " trade --sample --url http://localhost:18801");
    }

    @Test
    void fromSourcesTheNextStepGoesThroughMaven() {
        File classes = Path.of("target/classes").toFile();

        assertThat(FirstSteps.trade(classes, "http://localhost:8080")).isEqualTo("mvn -q spring-boot:run -Ptrade");
        assertThat(FirstSteps.trade(classes, "http://localhost:18801"))
                .isEqualTo(
                        "mvn -q spring-boot:run -Ptrade -Dspring-boot.run.arguments=\"trade --sample --url http://localhost:18801\"");
    }
}
