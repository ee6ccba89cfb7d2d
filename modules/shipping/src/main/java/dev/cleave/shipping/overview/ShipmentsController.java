package dev.cleave.shipping.overview;

import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.paging.Sequence;
import dev.cleave.platform.web.problem.Refuses;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShippingFailure;
import dev.cleave.shipping.overview.Shipments.Listed;
import dev.cleave.shipping.recipient.Addresses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Shipments", description = "What leaves the house, and what arrived")
@RestController
@RequestMapping("/api/shipping/shipments")
class ShipmentsController {

    private final Shipments shipments;
    private final Addresses addresses;

    ShipmentsController(Shipments shipments, Addresses addresses) {
        this.shipments = shipments;
        this.addresses = addresses;
    }

    @Operation(summary = "List the shipments, by when they were opened")
    @ApiResponse(responseCode = "200", description = "A page of shipments.", useReturnTypeSchema = true)
    @Refuses(by = ShippingFailure.class, with = "malformed-status")
    @GetMapping
    Page<ShipmentEntry> list(
            @Parameter(
                    description = "Only those of this status.", schema = @Schema(implementation = Status.class),
                    example = "prepared")
            @RequestParam(required = false) @Nullable String status,
            @Parameter(
                    description = "Which end of the list comes first.", schema = @Schema(implementation = Sequence.class),
                    example = "newest")
            @RequestParam(defaultValue = Sequence.USUAL) String sequence,
            Paging paging) {
        Page<Listed> page = paging.page(
                shipments.list(
                        status == null ? null : Status.of(status), Sequence.of(sequence), paging.cursor(), paging.rows()),
                Listed::place);
        return new Page<>(page.items().stream().map(Listed::entry).toList(), page.next());
    }

    @Operation(summary = "Read a shipment, with its address")
    @ApiResponse(responseCode = "200", description = "The shipment.", useReturnTypeSchema = true)
    @Refuses(by = ShippingFailure.class, with = "shipment-unknown")
    @GetMapping("/{shipment}")
    ShipmentEntry one(@Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
    @PathVariable ShipmentId shipment) {
        return shipments.find(shipment)
                .map(entry -> entry.to(addresses.of(shipment).orElse(null)))
                .orElseThrow(() -> new FailureException(Failure.of(ShippingFailure.SHIPMENT_UNKNOWN,
                        "There is no shipment of that order; it is prepared once the order is confirmed.")));
    }
}
