package dev.cleave.shipping.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.ShipmentId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AddressesTests {

    private static final RecipientId ADA = new RecipientId("ada");
    private static final RecipientId BEN = new RecipientId("ben");
    private static final Address HOME = new Address("Ada L.", "1 Home Street", "London", "N1 9GU", "GB");
    private static final Address WORK = new Address("Ada L.", "2 Work Street", "London", "E1 6AN", "GB");

    private final AddressesFixture fixture = new AddressesFixture();
    private final Addresses addresses = fixture.addresses();

    @Test
    void keepsTheAddressOfEachShipmentOfARecipient() {
        addresses.keep(new ShipmentId("1"), ADA, HOME);
        addresses.keep(new ShipmentId("2"), ADA, WORK);

        assertThat(addresses.of(new ShipmentId("1"))).contains(HOME);
        assertThat(addresses.of(new ShipmentId("2"))).contains(WORK);
    }

    @Test
    void keepsAnAddressOnceHoweverOftenItComes() {
        addresses.keep(new ShipmentId("1"), ADA, HOME);
        addresses.keep(new ShipmentId("1"), ADA, HOME);

        assertThat(fixture.count()).isOne();
    }

    @Test
    void erasesAllAddressesOfTheRecipientAndNobodyElses() {
        addresses.keep(new ShipmentId("1"), ADA, HOME);
        addresses.keep(new ShipmentId("2"), ADA, WORK);
        addresses.keep(new ShipmentId("3"), BEN, HOME);

        fixture.erase(ADA);

        assertThat(addresses.of(new ShipmentId("1"))).isEmpty();
        assertThat(addresses.of(new ShipmentId("2"))).isEmpty();
        assertThat(addresses.of(new ShipmentId("3"))).contains(HOME);
    }

    @Test
    void erasesAgainWithoutComplaint() {
        addresses.keep(new ShipmentId("1"), ADA, HOME);

        fixture.erase(ADA);
        fixture.erase(ADA);

        assertThat(fixture.count()).isZero();
    }

    @Test
    void keepsNothingOfARecipientWhoHasBeenErased() {
        fixture.erase(ADA);

        addresses.keep(new ShipmentId("1"), ADA, HOME);

        assertThat(fixture.count()).isZero();
    }

    @Test
    void leavesNoAddressBehindWhenManyAreKeptWhileTheRecipientIsErased() throws Exception {
        List<Callable<Void>> work = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            ShipmentId shipment = new ShipmentId("s" + i);
            work.add(() -> {
                addresses.keep(shipment, ADA, HOME);
                return null;
            });
        }
        work.add(20, () -> {
            fixture.erase(ADA);
            return null;
        });

        try (var executor = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
        }

        assertThat(fixture.count()).isZero();
    }
}
