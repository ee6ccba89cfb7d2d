package dev.cleave.architecture.counterexamples.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.counterexamples.Caught;
import java.io.File;

public record Written(String name) {

    @Caught
    public boolean exists() {
        return new File(name).exists();
    }
}
