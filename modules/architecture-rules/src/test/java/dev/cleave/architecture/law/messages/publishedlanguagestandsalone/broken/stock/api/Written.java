package dev.cleave.architecture.law.messages.publishedlanguagestandsalone.broken.stock.api;

import dev.cleave.architecture.law.Caught;
import java.io.File;

public record Written(String name) {

    @Caught
    public boolean exists() {
        return new File(name).exists();
    }
}
