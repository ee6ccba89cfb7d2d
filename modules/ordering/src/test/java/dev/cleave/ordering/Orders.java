package dev.cleave.ordering;

import dev.cleave.catalog.api.Sku;
import dev.cleave.ordering.api.CancellationReason;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.OrderCancellationRefused;
import dev.cleave.ordering.api.OrderCancellationRequested;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderChargeOverdue;
import dev.cleave.ordering.api.OrderCharged;
import dev.cleave.ordering.api.OrderCompleted;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderLine;
import dev.cleave.ordering.api.OrderPlaced;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderReserved;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.PlaceOrder;
import dev.cleave.ordering.api.RejectionReason;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.api.ReturnRefused;
import dev.cleave.ordering.api.ReturnRequested;
import dev.cleave.ordering.api.ReversalDue;
import dev.cleave.ordering.api.ReversalFailed;
import dev.cleave.ordering.api.ReversalPaid;
import dev.cleave.ordering.api.ShipTo;
import dev.cleave.platform.message.MailAddress;
import java.util.List;
import org.joda.money.Money;

/** The words of ordering's tests: one order of six lanterns and two hangers, and what can happen to it. */
public final class Orders {

    public static final OrderId ORDER = new OrderId("0815");
    public static final CustomerId ADA = new CustomerId("17850");
    public static final Customer ADA_IN_PERSON = new Customer(ADA, "Ada Lovelace", new MailAddress("ada@example.org"));
    public static final ShipTo HOME = new ShipTo(null, "1 Home Street", "London", "N1 9GU", "GB");
    public static final Sku LANTERN = new Sku("71053");
    public static final Sku HANGER = new Sku("84406B");
    public static final String TOKEN = "tok_ok";
    public static final Money TOTAL = Money.parse("GBP 25.84");
    public static final List<OrderedLine> WANTED = List.of(new OrderedLine(LANTERN, 6), new OrderedLine(HANGER, 2));
    public static final List<OrderLine> PRICED = List.of(
            new OrderLine(LANTERN, 6, Money.parse("GBP 3.39")), new OrderLine(HANGER, 2, Money.parse("GBP 2.75")));
    public static final PlaceOrder PLACE = new PlaceOrder(ORDER, ADA_IN_PERSON, HOME, WANTED, TOKEN);

    public static final OrderPlaced PLACED = new OrderPlaced(ORDER, ADA, PRICED, TOTAL, TOKEN);
    public static final OrderReserved RESERVED = new OrderReserved(ORDER, TOTAL, TOKEN);
    public static final OrderConfirmed CONFIRMED = new OrderConfirmed(ORDER, ADA, WANTED, TOTAL);
    public static final OrderCharged CHARGED = new OrderCharged(ORDER);
    public static final OrderShipped SHIPPED = new OrderShipped(ORDER, "Parcelfast", "PF-1");
    public static final OrderCompleted COMPLETED = new OrderCompleted(ORDER, false);
    public static final OrderRejected DECLINED = new OrderRejected(ORDER, RejectionReason.PAYMENT_DECLINED, "no funds");
    public static final OrderRejected OUT_OF_STOCK =
            new OrderRejected(ORDER, RejectionReason.OUT_OF_STOCK, "71053: 6 asked for, 1 free");
    public static final OrderCancellationRequested CANCELLING =
            new OrderCancellationRequested(ORDER, CancellationReason.BY_CUSTOMER);
    public static final OrderCancellationRefused LEAVING = new OrderCancellationRefused(ORDER, true);
    public static final OrderCancellationRefused UNANSWERED = new OrderCancellationRefused(ORDER, false);
    public static final OrderCancelled CANCELLED = new OrderCancelled(ORDER, CancellationReason.BY_CUSTOMER);
    public static final OrderChargeOverdue CHARGE_OVERDUE = new OrderChargeOverdue(ORDER);

    public static final ReturnId REVERSAL = new ReturnId("~reversal");
    public static final ReversalDue REVERSAL_DUE = new ReversalDue(ORDER, REVERSAL, TOTAL);
    public static final ReversalPaid REVERSAL_PAID = new ReversalPaid(ORDER, REVERSAL, TOTAL);
    public static final ReversalFailed REVERSAL_FAILED = new ReversalFailed(ORDER, REVERSAL, "closed account");

    public static final ReturnId SOME = new ReturnId("some");
    public static final ReturnId REST = new ReturnId("rest");
    public static final List<OrderedLine> SOME_LINES = List.of(new OrderedLine(LANTERN, 4));
    public static final List<OrderedLine> REST_LINES = List.of(new OrderedLine(LANTERN, 2), new OrderedLine(HANGER, 2));
    public static final Money SOME_REFUND = Money.parse("GBP 13.56");
    public static final Money REST_REFUND = Money.parse("GBP 12.28");
    public static final ReturnRequested SOME_REQUESTED = new ReturnRequested(ORDER, SOME, SOME_LINES, SOME_REFUND);
    public static final ReturnRequested REST_REQUESTED = new ReturnRequested(ORDER, REST, REST_LINES, REST_REFUND);
    public static final ReturnAccepted SOME_BACK = new ReturnAccepted(ORDER, SOME, SOME_LINES, SOME_REFUND, false);
    public static final ReturnAccepted REST_BACK = new ReturnAccepted(ORDER, REST, REST_LINES, REST_REFUND, true);
    public static final ReturnRefused SOME_REFUSED = new ReturnRefused(ORDER, SOME, "closed account");

    private Orders() {}
}
