package dev.cleave.ordering.customer;

import static dev.cleave.ordering.Orders.ADA;
import static dev.cleave.ordering.Orders.ADA_IN_PERSON;
import static dev.cleave.ordering.Orders.HOME;
import static dev.cleave.ordering.Orders.ORDER;
import static dev.cleave.ordering.Orders.PLACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cleave.notification.api.ContactId;
import dev.cleave.notification.api.EraseContact;
import dev.cleave.ordering.OrderingStore;
import dev.cleave.ordering.api.Customer;
import dev.cleave.ordering.api.CustomerErased;
import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.EraseCustomer;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.ordering.customer.steps.ForgetCustomer;
import dev.cleave.ordering.order.steps.RecordCustomerErased;
import dev.cleave.payment.api.EraseSettlementWords;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.platform.failure.Refusal;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Answer;
import dev.cleave.shipping.api.EraseRecipient;
import dev.cleave.shipping.api.RecipientId;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

class CustomerTests {

    private final JdbcTemplate store = OrderingStore.fresh();
    private final PersonalData customers = new PersonalData(store);

    @Test
    void isErasedOnceForGood() {
        customers.keep(ORDER, ADA_IN_PERSON, HOME);

        desk().givenNoPriorActivity().when(new EraseCustomer(ADA)).expectEvents(new CustomerErased(ADA));
        desk().given(new CustomerErased(ADA))
                .when(new EraseCustomer(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isNotErasedIfThereIsNone() {
        desk().givenNoPriorActivity()
                .when(new EraseCustomer(ADA))
                .expectNoEvents()
                .expectException(Refusal.class);

        assertThat(customers.isErased(ADA)).isFalse();
        customers.keep(ORDER, ADA_IN_PERSON, HOME);
    }

    @Test
    void isUnknownToWhoeverAsksFromTheErasureOn() {
        customers.keep(ORDER, ADA_IN_PERSON, HOME);
        desk().givenNoPriorActivity().when(new EraseCustomer(ADA)).expectSuccessfulHandlerExecution();

        assertThat(customers.find(ORDER)).isEmpty();
        assertThat(customers.customersAt(new MailAddress("ada@example.org"))).isEmpty();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> customers.keep(new OrderId("0817"), ADA_IN_PERSON, HOME));
        assertThat(customers.ordersWithData(ADA)).as("until it is forgotten").isEqualTo(1);
    }

    @Test
    void endsEachOpenOrderBeforeItIsForgottenHereAndThenEverywhere() {
        List<Object> sent = new ArrayList<>();
        Erasure erasure = new Erasure(command -> {
            sent.add(command);
            return new Answer.Accepted(null, null, true);
        }, customers);
        for (String status : List.of("placed", "reserved", "confirmed", "shipped", "completed", "rejected", "cancelled",
                "returned")) {
            customers.keep(new OrderId(status), ADA_IN_PERSON, HOME);
            store.update(
                    "INSERT INTO order_overview (order_id, customer_id, status, total, currency, placed_at, version, timeline, lines)"
                            + " VALUES (?, ?, ?, 1, 'GBP', 0, 0, '', '')",
                    status, ADA.value(), status);
        }
        customers.keep(new OrderId("unseen"), ADA_IN_PERSON, HOME);

        erasure.on(new CustomerErased(ADA));

        assertThat(sent)
                .containsExactly(
                        new RecordCustomerErased(new OrderId("confirmed")),
                        new RecordCustomerErased(new OrderId("placed")),
                        new RecordCustomerErased(new OrderId("reserved")),
                        new RecordCustomerErased(new OrderId("unseen")),
                        new ForgetCustomer(ADA),
                        new EraseRecipient(new RecipientId(ADA.value())),
                        new EraseContact(new ContactId(ADA.value())),
                        new EraseSettlementWords(new PaymentId("cancelled")),
                        new EraseSettlementWords(new PaymentId("completed")),
                        new EraseSettlementWords(new PaymentId("confirmed")),
                        new EraseSettlementWords(new PaymentId("placed")),
                        new EraseSettlementWords(new PaymentId("rejected")),
                        new EraseSettlementWords(new PaymentId("reserved")),
                        new EraseSettlementWords(new PaymentId("returned")),
                        new EraseSettlementWords(new PaymentId("shipped")),
                        new EraseSettlementWords(new PaymentId("unseen")));
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByAnySpellingOfTheMailbox(OrderingStore database) {
        JdbcTemplate jdbc = database.open();
        PersonalData personalData = new PersonalData(jdbc);
        personalData.keep(new OrderId("1"), new Customer(new CustomerId("one"), "A", new MailAddress("Jörg@Straße.example")),
                HOME);
        personalData.keep(new OrderId("2"),
                new Customer(new CustomerId("two"), "A", new MailAddress("jörg@xn--strae-oqa.example")), HOME);
        personalData.keep(new OrderId("3"), new Customer(new CustomerId("three"), "A", new MailAddress("jörg@strasse.example")),
                HOME);
        personalData.keep(new OrderId("4"), new Customer(new CustomerId("four"), "A", new MailAddress("x@example.org")), HOME);
        jdbc.update(
                "UPDATE personal_data SET email = 'Jörg@Straße.example', mailbox = 'jörg@straße.example' WHERE order_id = '4'");

        assertThat(personalData.customersAt(new MailAddress("JÖRG@STRAẞE.example")))
                .containsExactlyInAnyOrder(new CustomerId("one"), new CustomerId("two"), new CustomerId("four"));
        assertThat(personalData.customersAt(new MailAddress("jorg@strasse.example"))).isEmpty();
    }

    private AggregateTestFixture<KnownCustomer> desk() {
        AggregateTestFixture<KnownCustomer> fixture = new AggregateTestFixture<>(KnownCustomer.class);
        fixture.registerAnnotatedCommandHandler(new CustomerDesk(fixture.getRepository(), customers));
        return fixture;
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingBehindAndOthersAlone(OrderingStore store) {
        PersonalData personalData = new PersonalData(store.open());
        CustomerId bob = new CustomerId("bob");
        OrderId bobs = new OrderId("0816");
        personalData.keep(ORDER, ADA_IN_PERSON, HOME);
        personalData.noteCancellation(ORDER, "Ada changed her mind");
        personalData.keep(bobs, new Customer(bob, "Bob", new MailAddress("bob@example.org")), HOME);

        personalData.handle(new ForgetCustomer(ADA));
        personalData.handle(new ForgetCustomer(ADA));
        personalData.noteCancellation(ORDER, "Ada again");

        assertThat(personalData.find(ORDER)).isEmpty();
        assertThat(personalData.cancellationWords(ORDER)).isEmpty();
        assertThat(personalData.find(bobs)).isPresent();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> personalData.keep(ORDER, ADA_IN_PERSON, HOME));
        assertThat(personalData.find(ORDER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void isKeptOnceForAnOrderThatIsAttemptedAgain(OrderingStore store) {
        JdbcTemplate jdbc = store.open();
        PersonalData personalData = new PersonalData(jdbc);
        personalData.keep(ORDER, new Customer(ADA, "A.", new MailAddress("a@example.org")), HOME);
        personalData.keep(ORDER, ADA_IN_PERSON, HOME);

        assertThat(personalData.find(ORDER)).contains(new Person(ADA, "Ada Lovelace", "ada@example.org", HOME));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM personal_data", Long.class)).isEqualTo(1);
    }

    @Test
    void isNotInTheTextOfACommand() {
        assertThat(PLACE.toString()).doesNotContain("Ada", "ada@", "Home Street", "N1 9GU");
    }
}
