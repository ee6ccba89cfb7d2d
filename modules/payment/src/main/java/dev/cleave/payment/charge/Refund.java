package dev.cleave.payment.charge;

import org.joda.money.Money;

record Refund(Money amount, Stage stage, int attempt) {

    enum Stage {
        ASKED,
        PAID,
        REFUSED,
        /** Refused for want of an answer; it may have been paid all the same. */
        IN_DOUBT
    }

    boolean mayHaveBeenPaid() {
        return stage != Stage.REFUSED;
    }

    Refund at(Stage next) {
        return new Refund(amount, next, attempt);
    }
}
