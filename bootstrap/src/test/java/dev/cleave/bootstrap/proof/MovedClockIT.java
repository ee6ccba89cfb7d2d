package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.running.StepClock;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program, whose clock is moved while it runs and between two starts. */
class MovedClockIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void nothingIsDoubledCancelledOrStoppedByAClockThatIsWrongOrMoved() {
        StepClock clock = new StepClock(folder.resolve("clock"));
        assumeTrue(clock.isThere(), "libfaketime is not installed; apt-get install faketime");
        clock.set(Duration.ofHours(2));
        try (RunningCleave cleave =
                new RunningCleave(folder, "--cleave.ordering.waits.payment=5m").environment(clock.environment()).start()) {
            Shop shop = new Shop(cleave::url);
            String sku = shop.product("2.50", 1_000);
            String first = shop.order(Order.of(sku, 1), "a-key").expect(201).text("orderId");
            shop.await(first, "confirmed");

            cleave.kill();
            clock.set(Duration.ZERO);
            cleave.start();
            assertThat(cleave.logOfThisStart()).contains("behind what it was when the system last ran");
            String next = shop.place(Order.of(sku, 1));
            Awaitility.await("what a dead process had claimed").atMost(Duration.ofSeconds(20))
                    .until(() -> shop.status(next).equals("confirmed"));
            assertThat(shop.order(Order.of(sku, 1), "a-key").expect(201).text("orderId")).isEqualTo(first);

            shop.processor("payment.provider", "pause").expect(200);
            String waiting = shop.place(Order.of(sku, 1));
            shop.await(waiting, "reserved");
            for (int hours : new int[] {1, -1, 72, 0}) {
                clock.set(Duration.ofHours(hours));
                int reports = reports(cleave);
                Awaitility.await("the clock to be noticed").atMost(Duration.ofSeconds(60)).until(() -> reports(cleave) > reports);
                assertThat(shop.status(waiting)).isEqualTo("reserved");
                assertThat(shop.order(Order.of(sku, 1), "a-key").expect(201).text("orderId")).isEqualTo(first);
            }
            shop.processor("payment.provider", "resume").expect(200);
            shop.await(waiting, "confirmed");
            shop.confirmed(Order.of(sku, 1));
            assertThat(
                    shop.get("/actuator/metrics/cleave.clock.moved").expect(200).json().at("/measurements/0/value").doubleValue())
                    .isGreaterThan(Duration.ofHours(71).toSeconds());
        }
    }

    private static int reports(RunningCleave cleave) {
        return cleave.logOfThisStart().split("The clock was moved", -1).length;
    }
}
