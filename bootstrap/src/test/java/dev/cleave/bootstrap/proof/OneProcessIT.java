package dev.cleave.bootstrap.proof;

import static dev.cleave.bootstrap.proof.shop.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Invariants;
import dev.cleave.bootstrap.proof.shop.Observed;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.platform.operations.Restore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;

/** What an operator of a one-jar system does with its process and its data. */
@Execution(ExecutionMode.CONCURRENT)
class OneProcessIT {

    private static final int TRADERS = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void aStopUnderLoadLosesNothingAndAnswersAreTheSameAfterIt() throws Exception {
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).start()) {
            Floor floor = new Floor(cleave, TRADERS, 1);
            Shop shop = floor.shop();
            String sku = shop.product("1.00", 10);
            Order order = Order.of(sku, 1).paying("tok_ok");
            String key = fresh("key");
            Answer first = shop.order(order, key).expect(201);
            shop.cancel(first.text("orderId")).expect(202);
            Answer refusal = shop.order(Order.of(sku, 100_001), key + "-refused").expect(422, "quantity-out-of-range");
            shop.adjust(sku, -10, "gone").expect(201);

            floor.tradeUntil(250, () -> {
                cleave.askToStop();
                assertThat(cleave.awaitEnd()).as("exit code").isIn(0, 143);
            });
            History left = History.ofStopped(cleave.data());
            assertThat(floor.deeds().lost(left)).as("acknowledged, but not on disk").isEmpty();

            cleave.start();
            assertThat(shop.order(order, key).expect(201).body()).isEqualTo(first.body());
            assertThat(shop.order(Order.of(sku, 100_001), key + "-refused").expect(422).body()).isEqualTo(refusal.body());
            shop.order(Order.of(sku, 2), key).expect(422, "idempotency-key-reused");
            floor.finish();
            String id = first.text("orderId");
            List<String> breaches = floor.breaches(cleave, () -> History.ofStopped(cleave.data()));
            assertThat(breaches.stream().filter(breach -> !breach.contains(sku) && !breach.contains(id)).toList())
                    .as("breaches, but for what was done without the traders")
                    .isEmpty();
            assertThat(cleave.log()).doesNotContain("OutOfMemoryError", " ERROR ");
        }
    }

    @Test
    void aSecondProcessOnTheSameDataIsRefused() {
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.OPTIONS).start();
                RunningCleave second = cleave.twin()) {
            assertThat(second.startInVain()).as("exit code").isNotZero();
            assertThat(second.log()).contains("another process has it open", "cleave.data-directory");
            assertThat(second.log()).as("words for an operator, no trace").doesNotContain("\tat ");
            Shop shop = new Shop(cleave::url);
            shop.confirmed(Order.of(shop.product("1.00", 1), 1));
        }
    }

    @Test
    void aBackupTakenUnderLoadIsWholeAndStartsElsewhere() throws Exception {
        List<String> before = new ArrayList<>();
        Path backup;
        try (RunningCleave cleave = new RunningCleave(folder, Hurry.TRADING).start()) {
            Floor floor = new Floor(cleave, TRADERS, 2);
            Shop shop = floor.shop();
            List<Answer> taken = new ArrayList<>();
            floor.tradeUntil(150, () -> {
                shop.all("/api/ordering/orders").forEach(order -> before.add(order.path("orderId").asString("")));
                taken.add(shop.post("/actuator/backup", null).expect(200));
            });
            backup = Path.of(taken.getFirst().text("folder"));
        }

        Path elsewhere = folder.resolve("elsewhere");
        List<String> restored = Restore.restore(backup, elsewhere.resolve("data"));
        assertThat(restored).contains("events", "ordering", "inventory", "payment", "shipping", "catalog", "simulator");
        try (RunningCleave again = new RunningCleave(elsewhere, Hurry.TRADING).start()) {
            Shop shop = new Shop(again::url);
            Shop.patiently("the orders of the backup").untilAsserted(() -> assertThat(shop.all("/api/ordering/orders"))
                    .extracting(order -> order.path("orderId").asString(""))
                    .containsAll(before));
            assertThat(before).hasSizeGreaterThan(20);
            seeThrough(shop);
            shop.completed(Order.of(shop.product("1.00", 1), 1));
            Observed seen = Observed.settled(shop);
            again.stop();
            assertThat(Invariants.breaches(seen, History.ofStopped(again.data()))).isEmpty();
        }
    }

    /** Dispatches and delivers whatever is there until every order has ended. */
    private static void seeThrough(Shop shop) {
        Shop.patiently("all orders to end").until(() -> {
            boolean ended = true;
            for (JsonNode order : shop.all("/api/ordering/orders")) {
                String id = order.path("orderId").asString("");
                switch (order.path("status").asString("")) {
                    case "confirmed" -> shop.dispatch(id);
                    case "shipped" -> shop.deliver(id);
                    case "completed", "rejected", "cancelled", "returned" -> {
                        continue;
                    }
                    default -> {}
                }
                ended = false;
            }
            return ended;
        });
    }
}
