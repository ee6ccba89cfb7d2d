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
import dev.cleave.platform.web.Cursor;
import dev.cleave.platform.web.Page;
import dev.cleave.platform.web.Paging;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

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
            OrderId orderId,
            CustomerId customerId,
            String status,
            @Nullable String reason,
            Money total,
            Instant placedAt) {}

    /** An order with all that happened to it. */
    record OrderDetails(
            OrderId orderId,
            CustomerId customerId,
            CustomerDetails customer,
            @Nullable DestinationDetails shipTo,
            String status,
            @Nullable String reason,
            @Nullable String detail,
            List<LineDetails> lines,
            Money total,
            Money refunded,
            List<RefundDetails> returned,
            Instant placedAt,
            List<TimelineColumn.Step> timeline) {}

    /** Who ordered; once they are erased, their number alone. */
    record CustomerDetails(CustomerId id, @Nullable String name, @Nullable String email, boolean erased) {}

    /** Where the order goes or went, unless the customer is erased. */
    record DestinationDetails(String recipient, String street, String city, String postcode, String country) {}

    record LineDetails(Sku sku, int quantity, @Nullable Money unitPrice, int returned) {}

    record RefundDetails(
            ReturnId returnId, String status, @Nullable String detail, Money refund, List<ReturnedLine> lines) {}

    record ReturnedLine(Sku sku, int quantity) {}

    @GetMapping("/{order}")
    OrderDetails order(@PathVariable OrderId order) {
        Overview.Entry entry = overview.find(order)
                .orElseThrow(() -> refused(OrderingFailure.ORDER_UNKNOWN, "There is no such order."));
        List<Overview.Refund> refunds = overview.refunds(order, entry.total().getCurrencyUnit());
        List<Overview.Refund> refunded =
                refunds.stream().filter(refund -> refund.status().equals("refunded")).toList();
        Map<Sku, Integer> returned = refunded.stream()
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
                refunded.stream()
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
    @GetMapping
    Page<OrderSummary> orders(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable CustomerId customer,
            @RequestParam(defaultValue = "oldest") String sequence,
            Paging paging) {
        List<OrderSummary> found = overview
                .list(
                        status == null ? null : status(status),
                        customer,
                        newestFirst(sequence),
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
        throw refused(OrderingFailure.MALFORMED_STATUS, "There is no such status; leave it out to see all orders.");
    }

    private static boolean newestFirst(String sequence) {
        return switch (sequence) {
            case "oldest" -> false;
            case "newest" -> true;
            default -> throw refused(OrderingFailure.MALFORMED_SEQUENCE, "The sequence is oldest or newest.");
        };
    }

    private static Overview.Position position(Cursor cursor) {
        return new Overview.Position(cursor.number(0), cursor.value(1));
    }

    private static FailureException refused(OrderingFailure code, String message) {
        return new FailureException(Failure.of(code, message));
    }
}
