package dev.cleave.architecture.law.events.onlygatewaysgooutside.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Gateway;
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
