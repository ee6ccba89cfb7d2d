package dev.cleave.shipping.shipment;

import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.problem.Refuses;
import dev.cleave.shipping.api.ConfirmDelivery;
import dev.cleave.shipping.api.RequestDispatch;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.api.ShippingFailure;
import dev.cleave.shipping.overview.ShipmentEntry;
import dev.cleave.shipping.overview.Shipments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Shipments", description = "What leaves the house, and what arrived")
@RestController
@RequestMapping("/api/shipping/shipments/{shipment}")
class DispatchController {

    private static final String ONE_LINE = "[^\\p{C}]*";

    private final Commands commands;
    private final OwnWrites ownWrites;
    private final Shipments shipments;

    DispatchController(Commands commands, OwnWrites ownWrites, Shipments shipments) {
        this.commands = commands;
        this.ownWrites = ownWrites;
        this.shipments = shipments;
    }

    /**
     * What a request has come to.
     *
     * @param alreadyDone whether it was so before, so that nothing changed
     * @param shipment the shipment after it, without its address; missing where the list of shipments is behind
     */
    record ShipmentAnswer(
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") ShipmentId orderId, boolean alreadyDone,
            @Nullable ShipmentEntry shipment) {}

    @Operation(
            summary = "Dispatch a shipment",
            description = "Asks for the charge; once it is made, the shipment is dispatched and the order shipped.")
    @ApiResponse(responseCode = "202", description = "Its dispatch is asked for.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200", description = "The same was asked for before; nothing changed.", useReturnTypeSchema = true)
    @Refuses(
            by = ShippingFailure.class,
            with = {"shipment-unknown", "shipment-cancelled", "address-erased", "dispatched-otherwise"})
    @PostMapping("/dispatch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ShipmentAnswer> dispatch(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable ShipmentId shipment, @Valid @RequestBody Dispatch request) {
        return send(
                shipment, new RequestDispatch(shipment, request.carrier().strip(), request.trackingNumber().strip()));
    }

    @Operation(summary = "Report that a shipment arrived")
    @ApiResponse(responseCode = "202", description = "It is delivered.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "200", description = "It was delivered before; nothing changed.", useReturnTypeSchema = true)
    @Refuses(
            by = ShippingFailure.class, with = {"shipment-unknown", "shipment-cancelled", "shipment-not-dispatched"})
    @PostMapping("/delivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ShipmentAnswer> deliver(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable ShipmentId shipment) {
        return send(shipment, new ConfirmDelivery(shipment));
    }

    private ResponseEntity<ShipmentAnswer> send(ShipmentId shipment, Object command) {
        Answer.Accepted answer = commands.require(command);
        ownWrites.await(answer, id -> shipments.version(shipment));
        return (answer.changed() ? ResponseEntity.accepted() : ResponseEntity.ok())
                .body(new ShipmentAnswer(shipment, !answer.changed(), shipments.find(shipment).orElse(null)));
    }

    record Dispatch(
            @Schema(example = "Example Post") @NotBlank @Size(max = 80) @Pattern(regexp = ONE_LINE) String carrier,
            @Schema(example = "EX-536365") @NotBlank @Size(max = 80) @Pattern(regexp = ONE_LINE) String trackingNumber) {}
}
