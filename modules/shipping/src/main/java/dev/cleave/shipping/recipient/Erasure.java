package dev.cleave.shipping.recipient;

import dev.cleave.shipping.api.EraseRecipient;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

@Component
class Erasure {

    private final Addresses addresses;

    Erasure(Addresses addresses) {
        this.addresses = addresses;
    }

    @CommandHandler
    void erase(EraseRecipient command) {
        addresses.erase(command.recipient());
    }
}
