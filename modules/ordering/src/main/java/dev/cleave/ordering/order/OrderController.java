package dev.cleave.ordering.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.CancelOrder;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.PlaceOrder;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnOrder;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.ordering.overview.Overview;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.OwnWrites;
import dev.cleave.platform.web.RequestIdentity;
import dev.cleave.platform.web.StartsProcess;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ordering/orders")
class OrderController {

    private static final String ONE_LINE = "\\P{Cntrl}*";

    private final Commands commands;
    private final RequestIdentity identity;
    private final OwnWrites ownWrites;
    private final Overview overview;

    OrderController(Commands commands, RequestIdentity identity, OwnWrites ownWrites, Overview overview) {
        this.commands = commands;
        this.identity = identity;
        this.ownWrites = ownWrites;
        this.overview = overview;
    }

    record OrderRequest(
            @NotNull @Valid Orderer customer,
            @NotNull @Valid Destination shipTo,
            @NotEmpty List<@NotNull @Valid Line> lines,
            @NotNull @Valid Payment payment) {}

    record Orderer(
            @Nullable CustomerId id,
            @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String name,
            @NotNull MailAddress email) {

        @Override
        public String toString() {
            return "Orderer[" + id + "]";
        }
    }

    @Deliverable
    record Destination(
            @Nullable @Size(max = 200) @Pattern(regexp = ONE_LINE) String recipient,
            @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String street,
            @Nullable @Size(max = 100) @Pattern(regexp = ONE_LINE) String city,
            @Nullable @Size(max = 20) @Pattern(regexp = ONE_LINE) String postcode,
            @NotNull @Size(max = 100) String country) {

        ShipTo shipTo() {
            return new ShipTo(
                    recipient == null || recipient.isBlank() ? null : recipient,
                    street,
                    city == null ? "" : city,
                    postcode == null ? "" : postcode,
                    country);
        }

        @Override
        public String toString() {
            return "Destination[" + country + "]";
        }
    }

    record Line(@NotNull Sku sku, @NotNull @Min(1) Integer quantity) {

        OrderedLine ordered() {
            return new OrderedLine(sku, quantity);
        }
    }

    record Payment(@NotNull @Pattern(regexp = "[A-Za-z0-9._:-]{1,100}") String token) {}

    record CancellationRequest(@Size(max = 500) @Pattern(regexp = ONE_LINE) @Nullable String reason) {

        @Override
        public String toString() {
            return "CancellationRequest[]";
        }
    }

    record ReturnRequest(@Nullable ReturnId reference, @NotEmpty List<@NotNull @Valid Line> lines) {}

    /** @param possibleDuplicateOf an order that looks like the same one, placed a few minutes ago; not with an Idempotency-Key */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderAnswer(OrderId orderId, String status, CustomerId customerId, @Nullable OrderId possibleDuplicateOf) {}

    record CancellationAnswer(OrderId orderId) {}

    record ReturnAnswer(OrderId orderId, ReturnId returnId) {}

    @PostMapping
    @StartsProcess
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderAnswer> place(@Valid @RequestBody OrderRequest request) {
        OrderId order = new OrderId(identity.newId());
        CustomerId given = request.customer().id();
        CustomerId customer = given != null ? given : new CustomerId(identity.newId());
        seen(order, commands.require(new PlaceOrder(
                order,
                new Customer(customer, request.customer().name(), request.customer().email()),
                request.shipTo().shipTo(),
                ordered(request.lines()),
                request.payment().token())));
        OrderId same = identity.repeatable() ? null : overview.sameShortlyBefore(order).orElse(null);
        return ResponseEntity.created(URI.create("/api/ordering/orders/" + order.value()))
                .body(new OrderAnswer(order, OrderStatus.PLACED.code(), customer, same));
    }

    @PostMapping("/{order}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    CancellationAnswer cancel(
            @PathVariable OrderId order, @Valid @RequestBody(required = false) @Nullable CancellationRequest request) {
        String words = request == null || request.reason() == null ? "" : request.reason();
        seen(order, commands.require(new CancelOrder(order, words)));
        return new CancellationAnswer(order);
    }

    @PostMapping("/{order}/returns")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ReturnAnswer takeBack(@PathVariable OrderId order, @Valid @RequestBody ReturnRequest request) {
        ReturnId returnId = request.reference() != null ? request.reference() : new ReturnId(identity.newId());
        seen(order, commands.require(new ReturnOrder(order, returnId, ordered(request.lines()))));
        return new ReturnAnswer(order, returnId);
    }

    private void seen(OrderId order, Answer.Accepted answer) {
        ownWrites.await(answer, aggregate -> overview.version(order));
    }

    private static List<OrderedLine> ordered(List<Line> lines) {
        return lines.stream().map(Line::ordered).toList();
    }
}
