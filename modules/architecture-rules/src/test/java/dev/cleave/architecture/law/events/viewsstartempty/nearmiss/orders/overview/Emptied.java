package dev.cleave.architecture.law.events.viewsstartempty.nearmiss.orders.overview;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.ResetHandler;

abstract class Emptied {

    final List<String> lines = new ArrayList<>();

    @ResetHandler
    void forget() {
        lines.clear();
    }
}
