package dev.cleave.architecture.counterexamples.basepackageonlyregisters.broken.orders;

import dev.cleave.architecture.counterexamples.Caught;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Orders {

    @Caught
    @PostMapping
    void place(String product) {}
}
