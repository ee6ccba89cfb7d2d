package dev.cleave.shipping.shipment;

import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.OwnWrites;
import dev.cleave.shipping.api.ConfirmDelivery;
import dev.cleave.shipping.api.RequestDispatch;
import dev.cleave.shipping.api.ShipmentId;
import dev.cleave.shipping.overview.Shipments;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

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

    @PostMapping("/dispatch")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void dispatch(@PathVariable ShipmentId shipment, @Valid @RequestBody Dispatch request) {
        var accepted = commands.require(
                new RequestDispatch(shipment, request.carrier().strip(), request.trackingNumber().strip()));
        ownWrites.await(accepted, id -> shipments.version(shipment));
    }

    @PostMapping("/delivery")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void deliver(@PathVariable ShipmentId shipment) {
        var accepted = commands.require(new ConfirmDelivery(shipment));
        ownWrites.await(accepted, id -> shipments.version(shipment));
    }

    record Dispatch(
            @NotBlank @Size(max = 80) @Pattern(regexp = ONE_LINE) String carrier,
            @NotBlank @Size(max = 80) @Pattern(regexp = ONE_LINE) String trackingNumber) {}
}
