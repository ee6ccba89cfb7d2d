package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.EraseCustomer;
import dev.cleave.platform.messaging.Commands;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ordering/customers")
class ErasureController {

    private final Commands commands;

    ErasureController(Commands commands) {
        this.commands = commands;
    }

    record ErasureAnswer(CustomerId customerId) {}

    @PostMapping("/{customer}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureAnswer erase(@PathVariable CustomerId customer) {
        commands.require(new EraseCustomer(customer));
        return new ErasureAnswer(customer);
    }
}
