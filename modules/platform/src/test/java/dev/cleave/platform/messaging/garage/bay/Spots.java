package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.View;
import dev.cleave.platform.messaging.garage.api.CarId;
import dev.cleave.platform.messaging.garage.api.CarParked;
import dev.cleave.platform.messaging.garage.api.CarWashed;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.springframework.jdbc.core.simple.JdbcClient;

@View("spots")
public class Spots {

    private final JdbcClient jdbc;
    private final Bench bench;

    Spots(JdbcClient jdbc, Bench bench) {
        this.jdbc = jdbc;
        this.bench = bench;
    }

    @EventHandler
    void on(CarParked event, @SequenceNumber long version) {
        if (event.car().value().startsWith("broken")) {
            bench.onSpot.accept(event.car());
            jdbc.sql("INSERT INTO spot (car, version) VALUES (?, NULL)").param(event.car().value()).update();
        }
        jdbc.sql("INSERT INTO spot (car, version) VALUES (?, ?)").params(event.car().value(), version).update();
    }

    @EventHandler
    void on(CarWashed event, @SequenceNumber long version) {
        jdbc.sql("UPDATE spot SET version = ? WHERE car = ?").params(version, event.car().value()).update();
    }

    @ResetHandler
    void reset() {
        jdbc.sql("DELETE FROM spot").update();
    }

    public List<String> cars() {
        return jdbc.sql("SELECT car FROM spot WHERE version > 0 ORDER BY car").query(String.class).list();
    }

    public long version(CarId car) {
        return jdbc.sql("SELECT version FROM spot WHERE car = ?").param(car.value()).query(Long.class).optional().orElse(-1L);
    }
}
