package dev.cleave.bootstrap.proof.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.shop.Deeds.Deed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A caller that trades as fast as it is answered, sees each order through, and asks again what was not answered. */
public final class Trader {

    private static final int MOST_OPEN = 40;
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final List<String> TOKENS = List.of(
            "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_ok", "tok_timeout", "tok_flaky", "tok_late",
            "tok_twice", "tok_declined", "tok_capture_declined", "tok_refund_declined");

    private final Shop shop;
    private final Deeds deeds;
    private final List<String> products;
    private final List<String> scarce;
    private final Random random;
    private final Deque<Trade> open = new ArrayDeque<>();
    private final List<Trade> all = new ArrayList<>();
    private volatile boolean finished;

    public Trader(Shop shop, Deeds deeds, List<String> products, List<String> scarce, long seed) {
        this.shop = shop;
        this.deeds = deeds;
        this.products = products;
        this.scarce = scarce;
        this.random = new Random(seed);
    }

    private enum Stage {
        PLACING,
        CANCELLING,
        WAITING,
        DISPATCHING,
        SHIPPING,
        DELIVERING,
        ARRIVING,
        RETURNING,
        DONE
    }

    private enum Cancelling {
        NEVER,
        AT_ONCE,
        WHEN_CONFIRMED
    }

    /** One order and what is to become of it. */
    public static final class Trade {

        private final Order order;
        private final Cancelling cancelling;
        private final int returning;
        private boolean hasty;
        private boolean late = true;
        private Stage stage = Stage.PLACING;
        private @Nullable String id;
        private @Nullable Deed pending;

        /**
         * @param returning nothing if 0, one piece of each product if 1, all if more
         * @param hasty whether it is once asked for what has to be refused
         */
        private Trade(Order order, Cancelling cancelling, int returning, boolean hasty) {
            this.order = order;
            this.hasty = hasty;
            this.cancelling = cancelling;
            this.returning = returning;
        }

        private String id() {
            return Optional.ofNullable(id).orElseThrow();
        }
    }

    /** Trades as long as it is to go on. */
    public void trade(BooleanSupplier goOn) {
        finished = false;
        while (goOn.getAsBoolean()) {
            if (open.size() < MOST_OPEN) {
                Trade fresh = trade(true);
                all.add(fresh);
                open.addFirst(fresh);
            }
            step();
        }
    }

    /** Has so many orders ready to be placed, of nothing scarce. */
    public void plan(int count) {
        for (int i = 0; i < count; i++) {
            plan(trade(false));
        }
    }

    /** Has an order ready to be placed, to be seen through to its delivery. */
    public void plan(Order order) {
        plan(new Trade(order, Cancelling.NEVER, 0, false));
    }

    private void plan(Trade trade) {
        all.add(trade);
        open.addLast(trade);
    }

    /** Places no more orders than are ready, and sees all that there are through. */
    public void finish(BooleanSupplier goOn) {
        int inVain = 0;
        while (!open.isEmpty() && goOn.getAsBoolean()) {
            inVain = step() ? 0 : inVain + 1;
            if (inVain >= open.size()) {
                // Nothing moves at present: looks again a little later, and leaves the processor to those who have to do it.
                LockSupport.parkNanos(PAUSE.toNanos());
                inVain = 0;
            }
        }
        finished = open.isEmpty();
    }

    public int orders() {
        return all.size();
    }

    public boolean isFinished() {
        return finished;
    }

    /** Looks after one order; whether it got on. */
    private boolean step() {
        Trade trade = open.removeFirst();
        Stage before = trade.stage;
        try {
            advance(trade);
        } catch (IOException gone) {
            Thread.onSpinWait();
        }
        if (trade.stage != Stage.DONE) {
            open.addLast(trade);
        }
        return trade.stage != before;
    }

    private void advance(Trade trade) throws IOException {
        switch (trade.stage) {
            case PLACING -> ask(trade, () -> Deed.order(trade.order)).ifPresent(answer -> {
                trade.id = answer.expect(201).text("orderId");
                trade.stage = trade.cancelling == Cancelling.AT_ONCE ? Stage.CANCELLING : Stage.WAITING;
            });
            case CANCELLING -> ask(trade, () -> Deed.cancel(trade.id())).ifPresent(answer -> trade.stage = Stage.SHIPPING);
            case WAITING -> {
                if (trade.hasty) {
                    ask(trade, () -> Deed.deliver(trade.id())).ifPresent(answer -> trade.hasty = refused(answer));
                    return;
                }
                switch (status(trade)) {
                    case "confirmed" -> trade.stage =
                            trade.cancelling == Cancelling.WHEN_CONFIRMED ? Stage.CANCELLING : Stage.DISPATCHING;
                    case "rejected", "cancelled" -> trade.stage = Stage.DONE;
                    default -> {}
                }
            }
            case DISPATCHING -> ask(trade, () -> Deed.dispatch(trade.id())).ifPresent(answer -> {
                if (answer.isAccepted() || answer.code().equals("shipment-cancelled")) {
                    trade.stage = Stage.SHIPPING;
                }
            });
            case SHIPPING -> {
                switch (status(trade)) {
                    case "shipped" -> trade.stage = Stage.DELIVERING;
                    case "rejected", "cancelled" -> trade.stage = Stage.DONE;
                    default -> {}
                }
            }
            case DELIVERING -> ask(trade, () -> Deed.deliver(trade.id())).ifPresent(answer -> {
                if (answer.isAccepted()) {
                    trade.stage = Stage.ARRIVING;
                }
            });
            case ARRIVING -> {
                if (trade.returning > 0 && trade.late) {
                    ask(trade, () -> Deed.cancel(trade.id())).ifPresent(answer -> trade.late = refused(answer));
                    return;
                }
                if (status(trade).equals("completed")) {
                    trade.stage = trade.returning == 0 ? Stage.DONE : Stage.RETURNING;
                }
            }
            case RETURNING -> ask(trade, () -> Deed.takeBack(trade.id(), returned(trade))).ifPresent(answer -> {
                assertThat(answer.isAccepted()).as(answer.body()).isTrue();
                trade.stage = Stage.DONE;
            });
            case DONE -> {}
        }
    }

    /** Asks anew, or again what has not been answered. */
    private Optional<Answer> ask(Trade trade, java.util.function.Supplier<Deed> deed) {
        if (trade.pending == null) {
            trade.pending = deed.get();
        }
        Optional<Answer> answer = deeds.ask(trade.pending);
        if (answer.isPresent()) {
            trade.pending = null;
        }
        return answer;
    }

    /** What is asked for too early or too late is not granted. */
    private static boolean refused(Answer answer) {
        if (answer.status() < 400) {
            throw new AssertionError("Was to be refused: " + answer);
        }
        return false;
    }

    private String status(Trade trade) throws IOException {
        Answer answer = shop.trySend("GET", "/api/ordering/orders/" + trade.id(), null, Map.of());
        return answer.status() == 200 ? answer.text("status") : "";
    }

    private Trade trade(boolean scarceToo) {
        List<Order.Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 6);
        for (int i = 0; i < count; i++) {
            lines.add(new Order.Line(products.get(random.nextInt(products.size())), 1 + random.nextInt(5)));
        }
        if (scarceToo && random.nextInt(15) == 0) {
            lines.add(new Order.Line(scarce.get(random.nextInt(scarce.size())), 1 + random.nextInt(3)));
        }
        Cancelling cancelling = switch (random.nextInt(12)) {
            case 0 -> Cancelling.AT_ONCE;
            case 1 -> Cancelling.WHEN_CONFIRMED;
            default -> Cancelling.NEVER;
        };
        return new Trade(
                Order.of(lines).paying(TOKENS.get(random.nextInt(TOKENS.size()))),
                cancelling,
                Math.max(0, random.nextInt(9) - 6),
                random.nextInt(6) == 0);
    }

    /** All, or one piece of each product. */
    private static Map<String, Integer> returned(Trade trade) {
        Map<String, Integer> pieces = new LinkedHashMap<>(trade.order.pieces());
        if (trade.returning == 1) {
            pieces.replaceAll((sku, quantity) -> 1);
        }
        return pieces;
    }

    /** How each order ended, in the order in which they were made up. */
    public List<String> outcomes(Observed seen) {
        return all.stream()
                .map(trade -> {
                    JsonNode order = seen.orders().get(trade.id());
                    Shop.Ledger.Account account = seen.ledger().of(trade.id());
                    return "%s %s of %s, charged %s, paid back %s".formatted(
                            order.path("status").asString(""), order.path("reason").asString(""),
                            Shop.amount(order.path("total")),
                            account.captured().setScale(2), account.refunded().setScale(2));
                })
                .toList();
    }

    /** What ended otherwise than its input has it end. */
    public List<String> surprises(Observed seen) {
        List<String> found = new ArrayList<>();
        for (Trade trade : all) {
            JsonNode order = seen.orders().get(trade.id());
            if (order == null) {
                found.add("invariant 6: order " + trade.id + " is not shown");
                continue;
            }
            String ended = order.path("status").asString("") + " " + order.path("reason").asString("");
            if (!isAsExpected(trade, ended.strip())) {
                found.add("invariant 6: order " + trade.id() + " paid with " + trade.order.token() + ", to be cancelled "
                        + trade.cancelling + ", to be returned " + trade.returning + ", ended " + ended + ": " + order);
            }
        }
        return found;
    }

    private boolean isAsExpected(Trade trade, String ended) {
        boolean mayLack = trade.order.pieces().keySet().stream().anyMatch(scarce::contains);
        if (ended.equals("rejected out-of-stock")) {
            return mayLack;
        }
        if (trade.cancelling == Cancelling.AT_ONCE) {
            return ended.equals("cancelled by-customer")
                    || ended.equals("rejected payment-declined") && trade.order.token().equals("tok_declined");
        }
        return ended.equals(switch (trade.order.token()) {
            case "tok_declined" -> "rejected payment-declined";
            case "tok_capture_declined" ->
                trade.cancelling == Cancelling.NEVER ? "cancelled charge-refused" : "cancelled by-customer";
            default -> {
                if (trade.cancelling == Cancelling.WHEN_CONFIRMED) {
                    yield "cancelled by-customer";
                }
                if (trade.order.token().equals("tok_refund_declined")) {
                    yield "completed";
                }
                boolean whole = trade.returning > 1
                        || trade.returning == 1 && trade.order.pieces().values().stream().allMatch(n -> n == 1);
                yield whole ? "returned" : "completed";
            }
        });
    }
}
