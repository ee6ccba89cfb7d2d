package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.customer.steps.ForgetCustomer;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is known of customers, for tests without the platform. */
public final class PersonalDataFixture {

    private final PersonalData personalData;

    public PersonalDataFixture(JdbcTemplate jdbc) {
        personalData = new PersonalData(jdbc);
    }

    public PersonalData personalData() {
        return personalData;
    }

    public void forget(CustomerId customer) {
        personalData.handle(new ForgetCustomer(customer));
    }
}
