package dev.cleave.architecture.law.events.onlygatewaysgooutside.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class Desk {

    private final Post post;

    Desk(Post post) {
        this.post = post;
    }

    @Caught
    @PostMapping
    void order(String product) {
        post.send(product);
    }
}
