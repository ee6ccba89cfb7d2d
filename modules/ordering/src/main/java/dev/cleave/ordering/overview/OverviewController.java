package dev.cleave.ordering.overview;

import static java.util.stream.Collectors.toMap;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.ordering.customer.Person;
import dev.cleave.ordering.customer.PersonalData;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.paging.Cursor;
import dev.cleave.platform.web.paging.Page;
import dev.cleave.platform.web.paging.Paging;
import dev.cleave.platform.web.paging.Sequence;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Orders", description = "An order's way from placed to completed")
@RestController
@RequestMapping("/api/ordering/orders")
class OverviewController {

    private final Overview overview;
    private final PersonalData personalData;

    OverviewController(Overview overview, PersonalData personalData) {
        this.overview = overview;
        this.personalData = personalData;
    }

    /** An order in a list. */
    record OrderSummary(
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") OrderId orderId,
            @Schema(example = "17850") CustomerId customerId,
            @Schema(implementation = OrderStatus.class, example = "completed") String status,
            @Schema(example = "out-of-stock", description = "Why it was rejected or cancelled.") @Nullable String reason,
            Money total,
            Instant placedAt) {}

    /** An order with all that happened to it. */
    record OrderDetails(
            @Schema(example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e") OrderId orderId,
            @Schema(example = "17850") CustomerId customerId,
            CustomerDetails customer,
            @Nullable DestinationDetails shipTo,
            @Schema(implementation = OrderStatus.class, example = "completed") String status,
            @Schema(example = "out-of-stock", description = "Why it was rejected or cancelled.") @Nullable String reason,
            @Schema(example = "85123A: 6 wanted, 2 there") @Nullable String detail,
            List<LineDetails> lines,
            Money total,
            Money refunded,
            List<RefundDetails> returned,
            Instant placedAt,
            List<TimelineColumn.Step> timeline) {}

    /** Who ordered; once they are erased, their number alone. */
    record CustomerDetails(
            @Schema(example = "17850") CustomerId id,
            @Schema(example = "Ada Example") @Nullable String name,
            @Schema(example = "ada@example.org") @Nullable String email,
            boolean erased) {}

    /** Where the order goes or went, unless the customer is erased. */
    record DestinationDetails(
            @Schema(example = "Ada Example") String recipient,
            @Schema(example = "1 Example Street") String street,
            @Schema(example = "London") String city,
            @Schema(example = "EC1A 1AA") String postcode,
            @Schema(example = "GB") String country) {}

    record LineDetails(
            @Schema(example = "85123A") Sku sku,
            @Schema(example = "6") int quantity,
            @Nullable Money unitPrice,
            @Schema(example = "0") int returned) {}

    record RefundDetails(
            @Schema(example = "return-1") ReturnId returnId,
            @Schema(example = "refunded",
                    allowableValues = {"requested", "refunded", "refused", "failed", "overdue", "settled",
                        "unexpected"}) String status,
            @Schema(example = "closed-account") @Nullable String detail,
            Money refund, List<ReturnedLine> lines) {}

    record ReturnedLine(@Schema(example = "85123A") Sku sku, @Schema(example = "1") int quantity) {}

    @Operation(summary = "Read an order with all that happened to it")
    @ApiResponse(responseCode = "200", description = "The order.", useReturnTypeSchema = true)
    @Refuses(by = OrderingFailure.class, with = "order-unknown")
    @GetMapping("/{order}")
    OrderDetails order(
            @Parameter(description = "The order's number.", example = "019a8f2e-7c1b-7d3a-9e55-0b6f3a1c2d4e")
            @PathVariable OrderId order) {
        Overview.Entry entry = overview.find(order)
                .orElseThrow(() -> refused(OrderingFailure.ORDER_UNKNOWN, "There is no such order."));
        List<Overview.Refund> refunds = overview.refunds(order, entry.total().getCurrencyUnit());
        Map<Sku, Integer> returned = refunds.stream()
                .filter(Overview.Refund::isBack)
                .flatMap(refund -> refund.lines().stream())
                .collect(toMap(LinesColumn.Line::sku, LinesColumn.Line::quantity, Integer::sum));
        Optional<Person> person = personalData.find(order);
        return new OrderDetails(
                entry.order(),
                entry.customer(),
                new CustomerDetails(
                        entry.customer(),
                        person.map(Person::name).orElse(null),
                        person.map(Person::email).orElse(null),
                        person.isEmpty()),
                person.map(OverviewController::destination).orElse(null),
                entry.status(),
                entry.reason(),
                CancellationReason.BY_CUSTOMER.code().equals(entry.reason())
                        ? personalData.cancellationWords(order).orElse(null)
                        : entry.detail(),
                entry.lines().stream()
                        .map(line -> new LineDetails(
                                line.sku(), line.quantity(), line.unitPrice(), returned.getOrDefault(line.sku(), 0)))
                        .toList(),
                entry.total(),
                refunds.stream()
                        .filter(Overview.Refund::isPaid)
                        .map(Overview.Refund::amount)
                        .reduce(Money.zero(entry.total().getCurrencyUnit()), Money::plus),
                refunds.stream()
                        .map(refund -> new RefundDetails(
                                refund.id(),
                                refund.status(),
                                refund.detail(),
                                refund.amount(),
                                refund.lines().stream()
                                        .map(line -> new ReturnedLine(line.sku(), line.quantity()))
                                        .toList()))
                        .toList(),
                entry.placedAt(),
                entry.timeline());
    }

    private static DestinationDetails destination(Person person) {
        ShipTo to = person.shipTo();
        return new DestinationDetails(person.recipient(), to.street(), to.city(), to.postcode(), to.country());
    }

    /** Orders, the oldest first unless {@code sequence=newest}; {@code ?status=placed&limit=1} is the oldest unreserved. */
    @Operation(summary = "List the orders, by when they were placed")
    @ApiResponse(responseCode = "200", description = "A page of orders.", useReturnTypeSchema = true)
    @Refuses(by = OrderingFailure.class, with = "malformed-status")
    @GetMapping
    Page<OrderSummary> orders(
            @Parameter(
                    description = "Only those of this status.", schema = @Schema(implementation = OrderStatus.class),
                    example = "placed")
            @RequestParam(required = false) @Nullable String status,
            @Parameter(description = "Only those of this customer.", example = "17850")
            @RequestParam(required = false) @Nullable CustomerId customer,
            @Parameter(
                    description = "Which end of the list comes first.", schema = @Schema(implementation = Sequence.class),
                    example = "newest")
            @RequestParam(defaultValue = Sequence.USUAL) String sequence,
            Paging paging) {
        List<OrderSummary> found = overview
                .list(
                        status == null ? null : status(status),
                        customer,
                        Sequence.of(sequence),
                        paging.after().map(OverviewController::position).orElse(null),
                        paging.rows())
                .stream()
                .map(entry -> new OrderSummary(
                        entry.order(),
                        entry.customer(),
                        entry.status(),
                        entry.reason(),
                        entry.total(),
                        entry.placedAt()))
                .toList();
        return paging.page(found, last -> Cursor.of(Overview.micros(last.placedAt()), last.orderId().value()));
    }

    private static OrderStatus status(String code) {
        for (OrderStatus status : OrderStatus.values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw refused(OrderingFailure.MALFORMED_STATUS, "An order's status is one of "
                + Arrays.stream(OrderStatus.values()).map(OrderStatus::code).collect(Collectors.joining(", "))
                + "; leave it out to see all orders.");
    }

    private static Overview.Position position(Cursor cursor) {
        return new Overview.Position(cursor.number(0), cursor.value(1));
    }

    private static FailureException refused(OrderingFailure code, String message) {
        return new FailureException(Failure.of(code, message));
    }
}
