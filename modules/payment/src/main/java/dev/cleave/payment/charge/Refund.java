package dev.cleave.payment.charge;

import dev.cleave.payment.api.SettlementOutcome;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A refund.
 *
 * @param declined whether the provider has declined it
 * @param undone whether the provider has undone it, which is final
 * @param silent whether it was refused for want of an answer, which has not come since
 * @param settled how a person settled it
 */
record Refund(
        Money amount,
        Stage stage,
        int attempt,
        boolean declined,
        boolean undone,
        boolean silent,
        @Nullable SettlementOutcome settled) {

    enum Stage {
        ASKED,
        PAID,
        REFUSED,
        /** Refused for want of an answer; it may have been paid all the same. */
        IN_DOUBT,
        /** Paid, and undone by the provider since. */
        FAILED,
        /** Settled by a person: the customer has the money. */
        SETTLED,
        /** Settled by a person: the money stays with the shop. */
        KEPT
    }

    static Refund asked(Money amount, int attempt) {
        return new Refund(amount, Stage.ASKED, attempt, false, false, false, null);
    }

    /** Whether its amount is paid out, or may be, and so is not there for another refund. */
    boolean isClaimed() {
        return stage != Stage.REFUSED && stage != Stage.KEPT;
    }

    Refund askedAgain(int next) {
        return new Refund(amount, Stage.ASKED, next, declined, undone, silent, settled);
    }

    Refund inDoubt() {
        return new Refund(amount, Stage.IN_DOUBT, attempt, declined, undone, true, settled);
    }

    Refund refused() {
        return new Refund(amount, Stage.REFUSED, attempt, true, undone, false, settled);
    }

    Refund failed() {
        return new Refund(amount, Stage.FAILED, attempt, declined, true, false, settled);
    }

    Refund settledAs(SettlementOutcome outcome) {
        Stage next = outcome == SettlementOutcome.NOT_TAKEN ? Stage.SETTLED : Stage.KEPT;
        return new Refund(amount, next, attempt, declined, undone, false, outcome);
    }

    Refund at(Stage next) {
        return new Refund(amount, next, attempt, declined, undone, false, settled);
    }
}
