package dev.cleave.bootstrap.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cleave.bootstrap.proof.running.RunningCleave;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The packaged program, whose clock is moved by Debian's package {@code faketime}; under it everything takes some times as long. */
class MovedClockIT {

    private static final int HOUR = 3_600;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private Path clock;
    private Path library;

    @BeforeEach
    void findFaketime() throws IOException {
        Optional<Path> found = Optional.empty();
        try (var folders = Files.newDirectoryStream(Path.of("/usr/lib"), Files::isDirectory)) {
            for (Path each : folders) {
                Path candidate = each.resolve("faketime/libfaketime.so.1");
                found = Files.exists(candidate) ? Optional.of(candidate) : found;
            }
        } catch (IOException noSuchFolder) {
            LoggerFactory.getLogger(MovedClockIT.class).debug("No libraries are in /usr/lib", noSuchFolder);
        }
        if (found.isEmpty()) {
            System.err.println("SKIPPED: what a moved clock does to the packaged program is not shown. Install faketime"
                    + " (apt-get install faketime) to see it.");
        }
        assumeTrue(found.isPresent(), "faketime is not installed; apt-get install faketime");
        library = found.orElseThrow();
        clock = folder.resolve("clock");
    }

    private void set(int seconds) throws IOException {
        Files.writeString(clock, (seconds < 0 ? "" : "+") + seconds + "\n");
    }

    @Test
    void nothingIsDoubledCancelledOrStoppedByAClockThatIsWrongOrMoved() throws IOException {
        set(2 * HOUR);
        try (RunningCleave cleave = new RunningCleave(folder, "--cleave.ordering.waits.payment=5m")
                .in("LD_PRELOAD", library.toString())
                .in("FAKETIME_TIMESTAMP_FILE", clock.toString())
                .in("FAKETIME_CACHE_DURATION", "1")
                .in("DONT_FAKE_MONOTONIC", "1")
                .start()) {
            Shop shop = new Shop(cleave::url);
            String sku = shop.product("2.50", 1_000);
            String first = shop.order(Order.of(sku, 1), "a-key").expect(201).text("orderId");
            shop.await(first, "confirmed");

            cleave.kill();
            set(0);
            cleave.start();
            assertThat(cleave.logOfThisStart()).contains("behind what it was when the system last ran");
            String next = shop.place(Order.of(sku, 1));
            Awaitility.await("what a dead process had claimed").atMost(Duration.ofSeconds(20))
                    .until(() -> shop.status(next).equals("confirmed"));
            assertThat(shop.order(Order.of(sku, 1), "a-key").expect(201).text("orderId")).isEqualTo(first);

            shop.processor("payment.provider", "pause").expect(200);
            String waiting = shop.place(Order.of(sku, 1));
            shop.await(waiting, "reserved");
            for (int seconds : new int[] {HOUR, -HOUR, 72 * HOUR, 0}) {
                set(seconds);
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
                    .isGreaterThan(71 * HOUR);
        }
    }

    private static int reports(RunningCleave cleave) {
        return cleave.logOfThisStart().split("The clock was moved", -1).length;
    }
}
