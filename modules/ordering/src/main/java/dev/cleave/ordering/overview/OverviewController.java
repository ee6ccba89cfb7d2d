package dev.cleave.ordering.overview;

import static java.util.stream.Collectors.toMap;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderStatus;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.customer.PersonalData;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.web.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
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
            String status,
            @Nullable String reason,
            @Nullable String detail,
            List<LineDetails> lines,
            Money total,
            Money refunded,
            List<RefundDetails> returned,
            Instant placedAt,
            List<TimelineColumn.Step> timeline) {}

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
        return new OrderDetails(
                entry.order(),
                entry.customer(),
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

    /** Orders, the oldest first unless {@code sequence=newest}; {@code ?status=placed&limit=1} is the oldest unreserved. */
    @GetMapping
    Page<OrderSummary> orders(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable CustomerId customer,
            @RequestParam(defaultValue = "oldest") String sequence,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        List<Overview.Entry> found = overview.list(
                status == null ? null : status(status),
                customer,
                newestFirst(sequence),
                after == null ? null : position(after),
                limit + 1);
        List<OrderSummary> items = found.stream()
                .limit(limit)
                .map(entry -> new OrderSummary(
                        entry.order(),
                        entry.customer(),
                        entry.status(),
                        entry.reason(),
                        entry.total(),
                        entry.placedAt()))
                .toList();
        return new Page<>(items, found.size() > limit ? cursor(items.getLast()) : null);
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

    private static String cursor(OrderSummary last) {
        String position = Overview.micros(last.placedAt()) + " " + last.orderId().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
    }

    private static Overview.Position position(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ");
            if (parts.length == 2) {
                return new Overview.Position(Long.parseLong(parts[0]), new OrderId(parts[1]).value());
            }
        } catch (IllegalArgumentException notOurs) {
            // falls through to the refusal
        }
        throw refused(OrderingFailure.MALFORMED_CURSOR, "Pass on the cursor that the list gave as next, unchanged.");
    }

    private static FailureException refused(OrderingFailure code, String message) {
        return new FailureException(Failure.of(code, message));
    }
}
