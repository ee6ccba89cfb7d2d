package dev.cleave.ordering.order;

import dev.cleave.ordering.api.CancelOrder;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.OrderLine;
import dev.cleave.ordering.api.OrderedLine;
import dev.cleave.ordering.api.PlaceOrder;
import dev.cleave.ordering.api.ReturnOrder;
import dev.cleave.ordering.customer.PersonalData;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.joda.money.Money;
import org.springframework.stereotype.Component;

/**
 * Takes the callers' commands: what they need besides the order itself is looked up or put away here. Whatever may still be refused
 * comes before anything is put away, and a command that changes nothing puts nothing away.
 */
@Component
class OrderDesk {

    private final Repository<Order> orders;
    private final Pricing pricing;
    private final PersonalData personalData;

    OrderDesk(Repository<Order> orders, Pricing pricing, PersonalData personalData) {
        this.orders = orders;
        this.pricing = pricing;
        this.personalData = personalData;
    }

    @CommandHandler
    void handle(PlaceOrder command) throws Exception {
        List<OrderedLine> wanted = pricing.merge(command.lines());
        Aggregate<Order> order = load(command.order());
        if (order.invoke(Order::isPlaced)) {
            order.execute(placed -> placed.requirePlacedAs(command.customer().id(), wanted, command.paymentToken()));
            return;
        }
        List<OrderLine> priced = pricing.price(wanted);
        Money total = pricing.total(priced);
        personalData.keep(command.order(), command.customer(), command.shipTo());
        order.execute(
                fresh -> fresh.place(command.order(), command.customer().id(), priced, total, command.paymentToken()));
    }

    @CommandHandler
    void handle(CancelOrder command) throws Exception {
        Aggregate<Order> order = known(command.order());
        if (order.invoke(Order::cancel)) {
            personalData.noteCancellation(command.order(), command.reason());
        }
    }

    @CommandHandler
    void handle(ReturnOrder command) throws Exception {
        List<OrderedLine> wanted = pricing.merge(command.lines());
        known(command.order()).execute(order -> order.takeBack(command.returnId(), wanted));
    }

    private Aggregate<Order> known(OrderId id) throws Exception {
        Aggregate<Order> order = load(id);
        order.execute(Order::requirePlaced);
        return order;
    }

    private Aggregate<Order> load(OrderId id) throws Exception {
        return orders.loadOrCreate(id.toString(), Order::new);
    }
}
