package dev.cleave.bootstrap.proof;

import static dev.cleave.bootstrap.proof.shop.Shop.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.bootstrap.proof.running.Hurry;
import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Answer;
import dev.cleave.bootstrap.proof.shop.History;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

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
                assertThat(cleave.awaitEnd()).as("exit code").isZero();
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
}
