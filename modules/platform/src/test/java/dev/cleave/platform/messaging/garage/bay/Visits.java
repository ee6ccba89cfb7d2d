package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.View;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row per event that was handled. */
@View("visits")
public class Visits {

    private final JdbcClient jdbc;
    private final Bench bench;

    Visits(JdbcClient jdbc, Bench bench) {
        this.jdbc = jdbc;
        this.bench = bench;
    }

    @EventHandler
    void on(CarParked event) {
        bench.onVisit.accept(event.car());
        jdbc.sql("INSERT INTO visit (car) VALUES (?)").param(event.car().value()).update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("DELETE FROM visit").update();
    }

    public int count(CarId car) {
        return jdbc.sql("SELECT COUNT(*) FROM visit WHERE car = ?").param(car.value()).query(Integer.class).single();
    }
}
