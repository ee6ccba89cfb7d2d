package dev.cleave.architecture.counterexamples.viewsstartempty.broken.orders.overview;

import dev.cleave.architecture.counterexamples.Caught;
import dev.cleave.architecture.counterexamples.words.View;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

@Caught
@View("overview")
class Overview {

    private final List<String> lines = new ArrayList<>();

    @EventHandler
    void on(String event) {
        lines.add(event);
    }

    void reset() {
        lines.clear();
    }
}
