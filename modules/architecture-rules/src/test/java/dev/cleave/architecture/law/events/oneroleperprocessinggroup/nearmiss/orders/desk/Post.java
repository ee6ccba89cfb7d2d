package dev.cleave.architecture.law.events.oneroleperprocessinggroup.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Gateway;
import org.axonframework.eventhandling.EventHandler;

@Gateway("process")
class Post {

    @EventHandler
    void on(String event) {}
}
