package dev.cleave.architecture.counterexamples.onlygatewaysgooutside.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.Gateway;
import org.axonframework.eventhandling.EventHandler;

@Gateway("post")
class Sender {

    private final Post post;

    Sender(Post post) {
        this.post = post;
    }

    @EventHandler
    void on(String event) {
        post.send(event);
    }
}
