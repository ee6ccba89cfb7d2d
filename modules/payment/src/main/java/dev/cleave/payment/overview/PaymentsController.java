package dev.cleave.payment.overview;

import dev.cleave.payment.api.PaymentFailure;
import dev.cleave.payment.api.PaymentId;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payment/payments")
class PaymentsController {

    private final Payments payments;

    PaymentsController(Payments payments) {
        this.payments = payments;
    }

    @GetMapping("/{orderId}")
    PaymentEntry find(@PathVariable PaymentId orderId) {
        return payments.find(orderId).orElseThrow(() -> new FailureException(
                Failure.of(PaymentFailure.PAYMENT_UNKNOWN, "No payment is known for this order; check the order's number.")));
    }
}
