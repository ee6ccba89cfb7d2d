package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
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
