package dev.cleave.architecture.counterexamples.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.Gateway;
import org.axonframework.eventhandling.EventHandler;

@Gateway("process")
class Post {

    @EventHandler
    void on(String event) {}
}
