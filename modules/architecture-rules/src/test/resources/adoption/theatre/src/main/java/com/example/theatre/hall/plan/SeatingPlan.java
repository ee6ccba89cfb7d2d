package com.example.theatre.hall.plan;

import com.example.theatre.hall.api.SeatsTaken;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SeatingPlan {

    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    @EventHandler
    void on(SeatsTaken event) {
        taken.merge(event.performance(), event.seats(), Integer::sum);
    }

    @GetMapping("/performances/{performance}/taken")
    int taken(@PathVariable String performance) {
        return taken.getOrDefault(performance, 0);
    }
}
