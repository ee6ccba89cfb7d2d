package dev.cleave.ordering.fulfilment;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.ordering.api.OrderCancelled;
import dev.cleave.ordering.api.OrderConfirmed;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderRejected;
import dev.cleave.ordering.api.OrderShipped;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.customer.PersonalData;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Policy;
import java.util.Locale;
import java.util.Map;
import org.axonframework.eventhandling.EventHandler;
import org.joda.money.Money;

/** What customers are told of. Who was erased is told nothing. */
@Policy("notices")
class Notices {

    private final Commands commands;
    private final PersonalData personalData;

    Notices(Commands commands, PersonalData personalData) {
        this.commands = commands;
        this.personalData = personalData;
    }

    @EventHandler
    void on(OrderConfirmed event) {
        tell(event.order(), Occasion.CONFIRMED, occasion(Occasion.CONFIRMED), Map.of("total", readable(event.total())));
    }

    @EventHandler
    void on(OrderShipped event) {
        tell(
                event.order(),
                Occasion.DISPATCHED,
                occasion(Occasion.DISPATCHED),
                Map.of("carrier", event.carrier(), "trackingNumber", event.trackingNumber()));
    }

    @EventHandler
    void on(OrderRejected event) {
        tell(event.order(), Occasion.REJECTED, occasion(Occasion.REJECTED), Map.of("reason", event.reason().code()));
    }

    @EventHandler
    void on(OrderCancelled event) {
        tell(event.order(), Occasion.CANCELLED, occasion(Occasion.CANCELLED), Map.of("reason", event.reason().code()));
    }

    @EventHandler
    void on(ReturnAccepted event) {
        tell(
                event.order(),
                Occasion.REFUNDED,
                "refund:" + event.returnId().value(),
                Map.of("amount", readable(event.refund())));
    }

    private void tell(OrderId order, Occasion occasion, String which, Map<String, String> facts) {
        personalData.find(order).ifPresent(person -> commands.tell(new TellCustomer(
                new NoticeId(order.value() + ":" + which),
                new ContactId(person.customer().value()),
                person.name(),
                person.email(),
                occasion,
                order.value(),
                facts)));
    }

    private static String occasion(Occasion occasion) {
        return occasion.name().toLowerCase(Locale.ROOT);
    }

    private static String readable(Money money) {
        return money.getAmount().toPlainString() + " " + money.getCurrencyUnit().getCode();
    }
}
