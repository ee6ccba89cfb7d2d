package dev.cleave.architecture.law.events.viewsstartempty.nearmiss.orders.overview;

import dev.cleave.architecture.law.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview extends Emptied {

    @EventHandler
    void on(String event) {
        lines.add(event);
    }
}
