package dev.cleave.architecture.counterexamples.viewsstartempty.nearmiss.orders.overview;

import dev.cleave.architecture.counterexamples.words.View;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview extends Emptied {

    @EventHandler
    void on(String event) {
        lines.add(event);
    }
}
