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
import dev.cleave.ordering.api.ForgetCustomer;
import dev.cleave.ordering.api.OrderId;
import dev.cleave.platform.failure.Refusal;
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

    @Test
    void isErasedOnceForGood() {
        AggregateTestFixture<KnownCustomer> fixture = new AggregateTestFixture<>(KnownCustomer.class);

        fixture.givenNoPriorActivity().when(new EraseCustomer(ADA)).expectEvents(new CustomerErased(ADA));
        fixture.given(new CustomerErased(ADA))
                .when(new EraseCustomer(ADA))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void isForgottenHereFirstAndThenEverywhere() {
        List<Object> sent = new ArrayList<>();
        Erasure erasure = new Erasure(command -> {
            sent.add(command);
            return new Answer.Accepted(null, null);
        });

        erasure.on(new CustomerErased(ADA));

        assertThat(sent)
                .containsExactly(
                        new ForgetCustomer(ADA),
                        new EraseRecipient(new RecipientId(ADA.value())),
                        new EraseContact(new ContactId(ADA.value())));
    }

    @ParameterizedTest
    @EnumSource
    void leavesNothingBehindAndOthersAlone(OrderingStore store) {
        PersonalData personalData = new PersonalData(store.open());
        CustomerId bob = new CustomerId("bob");
        OrderId bobs = new OrderId("0816");
        personalData.keep(ORDER, ADA_IN_PERSON, HOME);
        personalData.noteCancellation(ORDER, "Ada changed her mind");
        personalData.keep(bobs, new Customer(bob, "Bob", "bob@example.org"), HOME);

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
        personalData.keep(ORDER, new Customer(ADA, "A.", "a@example.org"), HOME);
        personalData.keep(ORDER, ADA_IN_PERSON, HOME);

        assertThat(personalData.find(ORDER)).contains(new Person(ADA_IN_PERSON, HOME));
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM personal_data", Long.class)).isEqualTo(1);
    }

    @Test
    void isNotInTheTextOfACommand() {
        assertThat(PLACE.toString()).doesNotContain("Ada", "ada@", "Home Street", "N1 9GU");
    }
}
