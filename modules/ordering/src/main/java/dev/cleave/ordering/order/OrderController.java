package dev.cleave.ordering.order;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.CancelOrder;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.PlaceOrder;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnOrder;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.ordering.overview.Overview;
import dev.cleave.ordering.product.Products;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.AggregateVersion;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.idempotency.RequestIdentity;
import dev.cleave.platform.web.intake.StartsProcess;
import dev.cleave.platform.web.ownwrites.OwnWrites;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Orders", description = "An order's way from placed to completed")
@RestController
@RequestMapping("/api/ordering/orders")
class OrderController {

    private static final String ONE_LINE = "\\P{Cntrl}*";

    private final Commands commands;
    private final RequestIdentity identity;
    private final OwnWrites ownWrites;
    private final Overview overview;
    private final Products products;

    OrderController(
            Commands commands, RequestIdentity identity, OwnWrites ownWrites, Overview overview, Products products) {
        this.commands = commands;
        this.identity = identity;
        this.ownWrites = ownWrites;
        this.overview = overview;
        this.products = products;
    }

    record OrderRequest(
            @NotNull @Valid Orderer customer,
            @NotNull @Valid Destination shipTo,
            @NotEmpty List<@NotNull @Valid Line> lines,
            @NotNull @Valid Payment payment) {}

    record Orderer(
            @Schema(example = "17850",
                    description = "The caller's own number of the customer; without it one is given out.") @Nullable CustomerId id,
            @Schema(example = "Ada Example") @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String name,
            @Schema(example = "ada@example.org") @NotNull MailAddress email) {

        @Override
        public String toString() {
            return "Orderer[" + id + "]";
        }
    }

    @Deliverable
    record Destination(
            @Schema(example = "Ada Example", description = "Who takes it in; without it the customer.") @Nullable @Size(
                    max = 200) @Pattern(regexp = ONE_LINE) String recipient,
            @Schema(example = "1 Example Street") @NotBlank @Size(max = 200) @Pattern(regexp = ONE_LINE) String street,
            @Schema(example = "London") @Nullable @Size(max = 100) @Pattern(regexp = ONE_LINE) String city,
            @Schema(example = "EC1A 1AA") @Nullable @Size(max = 20) @Pattern(regexp = ONE_LINE) String postcode,
            @Schema(example = "GB") @NotNull @Size(max = 100) String country) {

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

    record Line(
            @Schema(example = "85123A") @NotNull Sku sku, @Schema(example = "6") @NotNull @Min(1) Integer quantity) {

        OrderedLine ordered() {
            return new OrderedLine(sku, quantity);
        }
    }

    record Payment(
            @Schema(
                    example = "tok_ok",
                    description = "What the payment provider knows the card by. The simulated provider pays with tok_ok; the"
                            + " examples of an order show by which tokens it declines, is late or fails.") @NotNull @Pattern(
                                    regexp = "[A-Za-z0-9._:-]{1,100}") String token) {}

    record CancellationRequest(
            @Schema(example = "ordered twice") @Size(max = 500) @Pattern(regexp = ONE_LINE) @Nullable String reason) {

        @Override
        public String toString() {
            return "CancellationRequest[]";
        }
    }

    record ReturnRequest(
            @Schema(example = "return-1",
                    description = "The caller's own name of the return; without it one is given out.") @Nullable ReturnId reference,
            @NotEmpty List<@NotNull @Valid Line> lines) {}

    /** @param possibleDuplicateOf an order that looks like the same one, placed a few minutes ago; not with an Idempotency-Key */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OrderAnswer(
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") OrderId orderId,
            @Schema(implementation = OrderStatus.class, example = "placed") String status,
            @Schema(example = "17850") CustomerId customerId,
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4d") @Nullable OrderId possibleDuplicateOf) {}

    /**
     * What a cancellation has come to.
     *
     * @param status the order's status after it; missing where the list of orders is behind
     * @param alreadyDone whether it was asked for or done before, so that nothing changed
     */
    record CancellationAnswer(
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") OrderId orderId,
            @Schema(implementation = OrderStatus.class, example = "cancelled") @Nullable String status, boolean alreadyDone) {}

    /**
     * What a return has come to.
     *
     * @param status the order's status after it; missing where the list of orders is behind
     * @param alreadyDone whether the same return was asked for before, so that nothing changed
     */
    record ReturnAnswer(
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") OrderId orderId,
            @Schema(example = "return-1") ReturnId returnId,
            @Schema(implementation = OrderStatus.class, example = "completed") @Nullable String status, boolean alreadyDone) {}

    @Operation(
            summary = "Place an order",
            description = "Stock is reserved and the payment authorised next; the order's status tells how far it has come.")
    @ApiResponse(responseCode = "201", description = "It is placed.", useReturnTypeSchema = true)
    @Refuses(
            by = OrderingFailure.class,
            with = {
                "product-unknown", "product-not-yet-known", "product-retired", "too-many-lines", "quantity-out-of-range",
                "mixed-currencies", "total-too-large", "customer-erased"
            })
    @PostMapping
    @StartsProcess
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<OrderAnswer> place(@Valid @RequestBody OrderRequest request) {
        OrderId order = new OrderId(identity.newId());
        CustomerId given = request.customer().id();
        CustomerId customer = given != null ? given : new CustomerId(identity.newId());
        seen(order, accepted(new PlaceOrder(
                order,
                new Customer(customer, request.customer().name(), request.customer().email()),
                request.shipTo().shipTo(),
                ordered(request.lines()),
                request.payment().token())));
        OrderId same = identity.repeatable() ? null : overview.sameShortlyBefore(order).orElse(null);
        return ResponseEntity.created(URI.create("/api/ordering/orders/" + order.value()))
                .body(new OrderAnswer(order, OrderStatus.PLACED.code(), customer, same));
    }

    @Operation(
            summary = "Cancel an order",
            description = "Before it leaves. Whether its shipment could still be stopped, the order's status tells a moment later.")
    @ApiResponse(responseCode = "202", description = "Its cancellation is asked for, or done.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200", description = "It was asked for or done before; nothing changed.", useReturnTypeSchema = true)
    @Refuses(by = OrderingFailure.class, with = {"order-unknown", "order-not-cancellable"})
    @PostMapping("/{order}/cancellation")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<CancellationAnswer> cancel(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable OrderId order,
            @Valid @RequestBody(required = false) @Nullable CancellationRequest request) {
        boolean changed =
                seen(order, commands
                        .require(new CancelOrder(order, request == null || request.reason() == null ? "" : request.reason())));
        return answer(changed).body(new CancellationAnswer(order, status(order), !changed));
    }

    @Operation(summary = "Take back pieces of an order that arrived", description = "They are refunded, and put back into stock.")
    @ApiResponse(responseCode = "202", description = "The return is accepted.", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "200", description = "The same return was asked for before; nothing changed.",
            useReturnTypeSchema = true)
    @Refuses(
            by = OrderingFailure.class,
            with = {"order-unknown", "order-not-returnable", "return-id-taken", "product-not-in-order", "return-exceeds-order",
                "too-many-lines",
                "quantity-out-of-range"})
    @PostMapping("/{order}/returns")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<ReturnAnswer> takeBack(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable OrderId order, @Valid @RequestBody ReturnRequest request) {
        ReturnId returnId = request.reference() != null ? request.reference() : new ReturnId(identity.newId());
        boolean changed = seen(order, commands.require(new ReturnOrder(order, returnId, ordered(request.lines()))));
        return answer(changed).body(new ReturnAnswer(order, returnId, status(order), !changed));
    }

    /** Products that were listed a moment ago are waited for, as long as for a caller's own write. */
    private Answer.Accepted accepted(PlaceOrder command) {
        Answer answer = commands.send(command);
        if (answer.refusedWith(OrderingFailure.PRODUCT_NOT_YET_KNOWN)) {
            Set<Sku> skus = command.lines().stream().map(OrderedLine::sku).collect(toSet());
            var listed = new Answer.Accepted(null, new AggregateVersion(command.order().toString(), 0), true);
            ownWrites.await(listed, id -> products.find(skus).size() < skus.size() ? -1 : 0);
            return commands.require(command);
        }
        return answer.orFail();
    }

    /** Whether anything changed. */
    private boolean seen(OrderId order, Answer.Accepted answer) {
        ownWrites.await(answer, aggregate -> overview.version(order));
        return answer.changed();
    }

    private static ResponseEntity.BodyBuilder answer(boolean changed) {
        return changed ? ResponseEntity.accepted() : ResponseEntity.ok();
    }

    private @Nullable String status(OrderId order) {
        return overview.status(order).orElse(null);
    }

    private static List<OrderedLine> ordered(List<Line> lines) {
        return lines.stream().map(Line::ordered).toList();
    }
}
