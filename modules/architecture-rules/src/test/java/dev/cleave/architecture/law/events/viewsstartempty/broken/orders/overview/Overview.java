package dev.cleave.architecture.law.events.viewsstartempty.broken.orders.overview;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.View;
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
