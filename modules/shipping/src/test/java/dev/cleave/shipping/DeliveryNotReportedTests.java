package dev.cleave.shipping;

import static org.awaitility.Awaitility.await;

import dev.cleave.catalog.api.Sku;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.test.ContextTest;
import dev.cleave.shipping.api.AcceptDispatch;
import dev.cleave.shipping.api.Address;
import dev.cleave.shipping.api.ConfirmDelivery;
import dev.cleave.shipping.api.Parcel;
import dev.cleave.shipping.api.PrepareShipment;
import dev.cleave.shipping.api.RecipientId;
import dev.cleave.shipping.api.RequestDispatch;
import dev.cleave.shipping.api.ShipmentId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@ContextTest({"cleave.shipping.delivery-wait=400ms", "cleave.waits.interval=50ms"})
class DeliveryNotReportedTests {

    @Autowired
    private Commands commands;

    @LocalServerPort
    private int port;

    private RestTestClient http;

    @BeforeEach
    void connect() {
        http = RestTestClient.bindToServer().baseUrl("http://localhost:" + port + "/api/shipping/shipments").build();
    }

    @Test
    void assumesTheDeliveryOfAShipmentWhenItsWaitEnds() {
        dispatch("unreported");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> body("/unreported"), body -> body.contains("\"status\":\"delivered\""));
        http.get().uri("/unreported").exchange().expectBody()
                .jsonPath("$.history[3].what").isEqualTo("delivery-assumed");
    }

    @Test
    void assumesNothingOfAShipmentThatIsReported() {
        dispatch("reported");
        commands.require(new ConfirmDelivery(new ShipmentId("reported")));
        dispatch("next");

        await().atMost(Duration.ofSeconds(20))
                .until(() -> body("/next"), body -> body.contains("delivery-assumed"));
        http.get().uri("/reported").exchange().expectBody()
                .jsonPath("$.history.length()").isEqualTo(4)
                .jsonPath("$.history[3].what").isEqualTo("delivered");
    }

    private String body(String path) {
        return http.get().uri(path).exchange().expectBody(String.class).returnResult().getResponseBody();
    }

    private void dispatch(String order) {
        ShipmentId shipment = new ShipmentId(order);
        commands.require(new PrepareShipment(
                shipment,
                new RecipientId("ada"),
                new Address("Ada L.", "1 Home Street", "London", "N1 9GU", "GB"),
                List.of(new Parcel(new Sku("85123A"), 6))));
        commands.require(new RequestDispatch(shipment, "Parcelfast", "PF-1"));
        commands.require(new AcceptDispatch(shipment));
    }
}
