package dev.cleave.payment.charge;

import dev.cleave.payment.api.SettlePayment;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;

/**
 * Keeps a person's words before the payment decides, because no event may hold them: whenever there is a {@code PaymentSettled}, they
 * have been kept before. A settlement that is refused or repeated keeps nothing.
 */
@Component
class Settling {

    private final Repository<Payment> payments;
    private final SettlementWords words;

    Settling(Repository<Payment> payments, SettlementWords words) {
        this.payments = payments;
        this.words = words;
    }

    @CommandHandler
    void settle(SettlePayment command) throws Exception {
        Aggregate<Payment> payment = payments.loadOrCreate(command.payment().toString(), Payment::new);
        List<String> open = payment.invoke(known -> known.toSettle(command.refund()));
        open.forEach(matter -> words.keep(command.payment(), matter, command.reason(), command.by()));
        payment.execute(known -> known.settle(command.outcome(), command.refund()));
    }
}
