package dev.cleave.payment.provider;

import dev.cleave.payment.charge.steps.AuthorisationRequested;
import dev.cleave.payment.charge.steps.CancellationRequested;
import dev.cleave.payment.charge.steps.CaptureRequested;
import dev.cleave.payment.charge.steps.RefundRequested;
import dev.cleave.payment.port.MinorAmount;
import dev.cleave.payment.port.PaymentProvider;
import dev.cleave.payment.port.ProviderAnswer;
import dev.cleave.payment.port.Reference;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.messaging.Gateway;
import java.util.function.Supplier;
import org.axonframework.eventhandling.EventHandler;

@Gateway("provider")
class ProviderGateway {

    private final PaymentProvider provider;
    private final Inquiry inquiry;
    private final Commands commands;

    ProviderGateway(PaymentProvider provider, Inquiry inquiry, Commands commands) {
        this.provider = provider;
        this.inquiry = inquiry;
        this.commands = commands;
    }

    @EventHandler
    void on(AuthorisationRequested event) {
        Reference reference = Reference.authorisation(event.payment());
        ask(reference, event.attempt(), () -> provider.authorise(reference, MinorAmount.of(event.amount()), event.token()));
    }

    @EventHandler
    void on(CaptureRequested event) {
        Reference reference = Reference.capture(event.payment());
        ask(reference, event.attempt(), () -> provider.capture(reference, MinorAmount.of(event.amount())));
    }

    @EventHandler
    void on(CancellationRequested event) {
        Reference reference = Reference.cancellation(event.payment());
        ask(reference, event.attempt(), () -> provider.cancel(reference));
    }

    @EventHandler
    void on(RefundRequested event) {
        Reference reference = Reference.refund(event.payment(), event.refund());
        ask(reference, event.attempt(), () -> provider.refund(reference, MinorAmount.of(event.amount())));
    }

    private void ask(Reference reference, int attempt, Supplier<ProviderAnswer> question) {
        inquiry.decide(reference, attempt > 1, question)
                .flatMap(answer -> Reporting.command(reference, answer))
                .ifPresent(commands::send);
    }
}
