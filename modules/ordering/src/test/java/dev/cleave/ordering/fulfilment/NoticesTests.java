package dev.cleave.ordering.fulfilment;

import static dev.cleave.ordering.Orders.ADA;
import static dev.cleave.ordering.Orders.ADA_IN_PERSON;
import static dev.cleave.ordering.Orders.CANCELLED;
import static dev.cleave.ordering.Orders.CONFIRMED;
import static dev.cleave.ordering.Orders.DECLINED;
import static dev.cleave.ordering.Orders.HOME;
import static dev.cleave.ordering.Orders.ORDER;
import static dev.cleave.ordering.Orders.SHIPPED;
import static dev.cleave.ordering.Orders.SOME_BACK;
import static dev.cleave.ordering.Orders.SOME_LINES;
import static dev.cleave.ordering.Orders.SOME_REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.NoticeId;
import dev.cleave.notification.api.Occasion;
import dev.cleave.notification.api.TellCustomer;
import dev.cleave.ordering.OrderingStore;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.api.ReturnAccepted;
import dev.cleave.ordering.api.ReturnId;
import dev.cleave.ordering.customer.PersonalDataFixture;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticesTests {

    private final RecordedCommands commands = new RecordedCommands();
    private final PersonalDataFixture customers = new PersonalDataFixture(OrderingStore.fresh());
    private final Notices notices = new Notices(commands, customers.personalData());

    NoticesTests() {
        customers.personalData().keep(ORDER, ADA_IN_PERSON, HOME);
    }

    @Test
    void tellsOfEveryOccasionUnderItsOwnNumber() {
        notices.on(CONFIRMED);
        notices.on(SHIPPED);
        notices.on(DECLINED);
        notices.on(CANCELLED);
        notices.on(SOME_BACK);

        assertThat(commands.sent())
                .containsExactly(
                        notice("0815:confirmed", Occasion.CONFIRMED, Map.of("total", "25.84 GBP")),
                        notice(
                                "0815:dispatched",
                                Occasion.DISPATCHED,
                                Map.of("carrier", "Parcelfast", "trackingNumber", "PF-1")),
                        notice("0815:rejected", Occasion.REJECTED, Map.of("reason", "payment-declined")),
                        notice("0815:cancelled", Occasion.CANCELLED, Map.of("reason", "by-customer")),
                        notice("0815:refund:some", Occasion.REFUNDED, Map.of("amount", "13.56 GBP")));
    }

    @Test
    void tellsThoseWhoWereErasedNothing() {
        customers.forget(ADA);

        notices.on(CONFIRMED);

        assertThat(commands.sent()).isEmpty();
    }

    @Test
    void numbersNoticesWithinBoundsHoweverLongTheReferences() {
        OrderId order = new OrderId(UUID.randomUUID().toString());
        customers.personalData().keep(order, ADA_IN_PERSON, HOME);

        notices.on(new ReturnAccepted(
                order, new ReturnId(UUID.randomUUID().toString()), SOME_LINES, SOME_REFUND, false));

        assertThat(commands.sent()).hasSize(1);
    }

    private static TellCustomer notice(String number, Occasion occasion, Map<String, String> facts) {
        return new TellCustomer(
                new NoticeId(number),
                new ContactId(ADA.value()),
                "Ada Lovelace",
                "ada@example.org",
                occasion,
                ORDER.value(),
                facts);
    }
}
