package dev.cleave.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cleave.catalog.api.Sku;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.CancellationRefused;
import dev.cleave.shipping.api.DispatchRequested;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.ShipmentCancelled;
import dev.cleave.shipping.api.ShipmentDelivered;
import dev.cleave.shipping.api.ShipmentDispatched;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShipmentPrepared;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataInMessagesTests {

    private static final Set<String> HARMLESS =
            Set.of("shipment", "recipient", "parcels", "carrier", "trackingNumber", "reason", "assumed");

    @ParameterizedTest
    @ValueSource(classes = {
        ShipmentPrepared.class, DispatchRequested.class, ShipmentDispatched.class, ShipmentDelivered.class,
        ShipmentCancelled.class, CancellationRefused.class
    })
    void noEventHasAPlaceForIt(Class<?> event) {
        assertThat(Arrays.stream(event.getRecordComponents()).map(RecordComponent::getName)).isSubsetOf(HARMLESS);
        assertThat(Arrays.stream(event.getRecordComponents()).map(RecordComponent::getType)).doesNotContain(Address.class);
    }

    @Test
    void noTextFormShowsIt() {
        Address address = new Address("Ottoline Quisling", "7 Wandering Lane", "Brobdingnag", "QX9 7ZZ", "GB");

        assertThat(new PrepareShipment(
                new ShipmentId("1"), new RecipientId("2"), address, List.of(new Parcel(new Sku("3"), 4)))
                .toString())
                .doesNotContain("Ottoline", "Wandering", "Brobdingnag", "QX9")
                .contains("shipment:1");
    }

    @Test
    void noRefusalOfAnAddressQuotesIt() {
        assertThatThrownBy(() -> new Address("Ottoline", "Wandering Lane".repeat(100), "Brobdingnag", "QX9", "GB"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContainingAny("Ottoline", "Wandering", "Brobdingnag", "QX9");
    }
}
