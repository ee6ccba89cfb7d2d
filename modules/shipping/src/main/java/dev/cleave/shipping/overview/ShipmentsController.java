package dev.cleave.shipping.overview;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShippingFailure;
import dev.cleave.shipping.overview.Shipments.Listed;
import dev.cleave.shipping.recipient.Addresses;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/shipping/shipments")
class ShipmentsController {

    private final Shipments shipments;
    private final Addresses addresses;

    ShipmentsController(Shipments shipments, Addresses addresses) {
        this.shipments = shipments;
        this.addresses = addresses;
    }

    @GetMapping
    Page<ShipmentEntry> list(@RequestParam(required = false) @Nullable String status, Paging paging) {
        Page<Listed> page = paging.page(
                shipments.list(status == null ? null : Status.of(status), paging.cursor(), paging.rows()), Listed::place);
        return new Page<>(page.items().stream().map(Listed::entry).toList(), page.next());
    }

    @GetMapping("/{shipment}")
    ShipmentEntry one(@PathVariable ShipmentId shipment) {
        return shipments.find(shipment)
                .map(entry -> entry.to(addresses.of(shipment).orElse(null)))
                .orElseThrow(() -> new FailureException(Failure.of(ShippingFailure.SHIPMENT_UNKNOWN,
                        "There is no shipment of that order; it is prepared once the order is confirmed.")));
    }
}
