package dev.cleave.architecture.counterexamples.onlygatewaysgooutside.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;

@Component
class Terms {

    final String text;

    @Caught
    Terms() throws IOException {
        text = Files.readString(Path.of("terms.txt"));
    }
}
