package dev.cleave.bootstrap.proof;

import dev.cleave.bootstrap.proof.running.CutCleave;
import dev.cleave.bootstrap.proof.running.Zipkin;
import dev.cleave.bootstrap.proof.shop.Order;
import dev.cleave.bootstrap.proof.shop.Shop;
import dev.cleave.deployment.Profile;
import dev.cleave.deployment.Profiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees of a cut system, through a real Zipkin. */
class SeeingCutIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void anOrderIsOneTraceAcrossTheUnits() {
        Profile hybrid = Profiles.named("hybrid");
        try (Zipkin zipkin = new Zipkin(folder); CutCleave cleave = new CutCleave(folder, "hybrid", zipkin.options())) {
            cleave.start();
            zipkin.awaitReady();
            Shop shop = cleave.shop();
            shop.confirmed(Order.of(shop.product("1.00", 1), 1));
            OrderTrace.awaitIn(zipkin, context -> hybrid.unitOf(context).orElseThrow().name());
        }
    }
}
