package dev.cleave.architecture.law.house.basepackageonlyregisters.broken.orders;

import dev.cleave.architecture.law.Caught;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Orders {

    @Caught
    @PostMapping
    void place(String product) {}
}
