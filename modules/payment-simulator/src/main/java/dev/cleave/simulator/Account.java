package dev.cleave.simulator;

import dev.cleave.payment.port.MinorAmount;
import org.jspecify.annotations.Nullable;

/**
 * What the provider keeps for one payment of the shop.
 *
 * @param amount what was asked for; null where it was cancelled before
 * @param captured in minor units
 * @param refunded in minor units, with refunds that are pending
 */
record Account(
        String payment, @Nullable String token, @Nullable MinorAmount amount, State state, long captured, long refunded) {

    enum State {
        PENDING,
        HELD,
        DECLINED,
        CAPTURE_PENDING,
        CAPTURED,
        CANCELLED,
        /** What was set aside no longer is, without anybody having asked for that. */
        LAPSED,
        /** What was charged was taken back. */
        CHARGED_BACK
    }

    static Account opened(String payment, String token, MinorAmount amount, State state) {
        return new Account(payment, token, amount, state, 0, 0);
    }

    static Account cancelledInAdvance(String payment) {
        return new Account(payment, null, null, State.CANCELLED, 0, 0);
    }

    Account in(State next) {
        return new Account(payment, token, amount, next, captured, refunded);
    }

    Account capturing(long minor) {
        return new Account(payment, token, amount, State.CAPTURED, minor, refunded);
    }

    Account refunding(long minor) {
        return new Account(payment, token, amount, state, captured, refunded + minor);
    }

    Account chargedBack() {
        return new Account(payment, token, amount, State.CHARGED_BACK, 0, refunded);
    }

    boolean in(State one, State other) {
        return state == one || state == other;
    }
}
