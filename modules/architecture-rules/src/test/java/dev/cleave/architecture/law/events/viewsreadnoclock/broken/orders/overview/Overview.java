package dev.cleave.architecture.law.events.viewsreadnoclock.broken.orders.overview;

import dev.cleave.architecture.law.Caught;
import dev.cleave.architecture.law.words.View;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;

@View("overview")
class Overview {

    private final List<Object> lines = new ArrayList<>();
    private final Stamps stamps = new Stamps();

    @Caught
    @EventHandler
    void on(String event) {
        lines.add(Instant.now());
    }

    @Caught
    @EventHandler
    void drawn(Integer event) {
        lines.add(UUID.randomUUID());
    }

    @Caught
    @EventHandler
    void stamped(Long event) {
        lines.add(stamps.next());
    }
}
