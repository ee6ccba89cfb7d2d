package dev.cleave.trader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import tools.jackson.databind.JsonNode;

/**
 * Tells the orders' threads what became of their orders. It asks for lists of the statuses that orders are waited for in, and
 * for a single order only where lists can't tell: when it is at its end, and when it has not been seen for a while.
 */
final class Watch {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LOOK_AFTER = Duration.ofMillis(50);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);
    private static final int LOOKS_PER_ROUND = 64;
    private static final Set<Status> LISTED = EnumSet.of(Status.CONFIRMED, Status.SHIPPED);

    private final Shop shop;
    private final Duration patience;
    private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
    private volatile long lastMove = System.nanoTime();
    private volatile Instant earliest = Instant.MIN;

    /** Nothing has moved for as long as the trader is patient. */
    static final class NothingMoves extends RuntimeException {}

    private static final class Waiting {

        private final TradedOrder order;
        private final Status wanted;
        private final CompletableFuture<Status> found = new CompletableFuture<>();
        private Duration pause;
        private long lookAt;

        private Waiting(TradedOrder order, Status wanted) {
            this.order = order;
            this.wanted = wanted;
            this.pause = LISTED.contains(wanted) ? Duration.ofSeconds(1) : LOOK_AFTER;
            this.lookAt = System.nanoTime() + pause.toNanos();
        }
    }

    Watch(Shop shop, Duration patience) {
        this.shop = shop;
        this.patience = patience;
    }

    /** Says that no order before the given one, as the system answered it, is of interest. */
    void startAt(JsonNode order) {
        earliest = Timeline.placedAt(order);
    }

    /** Says that the run is getting on, so that it has to be waited for. */
    void moved() {
        lastMove = System.nanoTime();
    }

    /** Waits until an order has the wanted status or any end, and says which. */
    Status await(TradedOrder order, String id, Status wanted) throws InterruptedException {
        Waiting mine = new Waiting(order, wanted);
        waiting.put(id, mine);
        try {
            return mine.found.get();
        } catch (ExecutionException e) {
            throw new NothingMoves();
        }
    }

    /** Looks until interrupted. */
    void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        waiting.values().forEach(w -> w.found.completeExceptionally(new NothingMoves()));
    }

    private void look() throws InterruptedException {
        try {
            for (Status status : LISTED) {
                if (waiting.values().stream().anyMatch(w -> w.wanted == status)) {
                    shop.list("/api/ordering/orders?sequence=newest&status=" + status.text(), item -> inList(item, status));
                }
            }
            List<Map.Entry<String, Waiting>> due = new ArrayList<>();
            long now = System.nanoTime();
            for (Map.Entry<String, Waiting> entry : waiting.entrySet()) {
                if (entry.getValue().lookAt - now <= 0 && due.size() < LOOKS_PER_ROUND) {
                    due.add(entry);
                }
            }
            for (Map.Entry<String, Waiting> entry : due) {
                lookAt(entry.getKey(), entry.getValue());
            }
        } catch (Shop.NoAnswer e) {
            // The next round asks again; if nobody ever answers, patience ends.
        }
        if (System.nanoTime() - lastMove > patience.toNanos()) {
            waiting.values().forEach(w -> w.found.completeExceptionally(new NothingMoves()));
            waiting.clear();
        }
    }

    private boolean inList(JsonNode item, Status status) {
        String id = item.path("orderId").asString("");
        Waiting found = waiting.get(id);
        if (found != null && found.wanted == status) {
            found.order.seen(status);
            tell(id, found, status);
        } else if (found != null) {
            found.lookAt = System.nanoTime() + found.pause.toNanos();
        }
        return !Timeline.placedAt(item).isBefore(earliest);
    }

    private void lookAt(String id, Waiting one) throws InterruptedException {
        Shop.Reply reply = shop.get("/api/ordering/orders/" + id);
        if (reply.ok()) {
            one.order.seen(reply.json());
            if (one.order.status().isOrIsPast(one.wanted)) {
                tell(id, one, one.order.status());
                return;
            }
        }
        one.pause = one.pause.multipliedBy(2).compareTo(LONGEST_LOOK) > 0 ? LONGEST_LOOK : one.pause.multipliedBy(2);
        one.lookAt = System.nanoTime() + one.pause.toNanos();
    }

    private void tell(String id, Waiting one, Status status) {
        moved();
        waiting.remove(id, one);
        one.found.complete(status);
    }
}
