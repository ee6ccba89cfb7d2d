package dev.cleave.platform.messaging.garage.bay;

import dev.cleave.platform.messaging.garage.api.CarId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What a test has happen inside the handlers, and what it saw there. */
@Component
public class Bench {

    public volatile Consumer<CarId> onWash = car -> {};
    public volatile Consumer<CarId> onWashed = car -> {};
    public volatile Consumer<CarId> onSpot = car -> {};
    public volatile Consumer<CarId> onVisit = car -> {};
    public volatile Consumer<CarId> onTell = car -> {};
    public final List<CarId> towed = new CopyOnWriteArrayList<>();
    /** Identifiers of aggregates that another replica is to have changed, once. */
    public final Set<String> stale = ConcurrentHashMap.newKeySet();

    public final List<String> seen = new CopyOnWriteArrayList<>();
}
