package dev.cleave.ordering.customer;

import dev.cleave.ordering.api.CustomerId;
import dev.cleave.ordering.api.EraseCustomer;
import dev.cleave.ordering.api.OrderingFailure;
import dev.cleave.platform.failure.Failure;
import dev.cleave.platform.failure.FailureException;
import dev.cleave.platform.message.MailAddress;
import dev.cleave.platform.messaging.Commands;
import dev.cleave.platform.web.problem.Refuses;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Customers", description = "Whose name, mail and addresses are kept, and their erasure")
@RestController
@RequestMapping("/api/ordering")
class ErasureController {

    private final Commands commands;
    private final PersonalData personalData;

    ErasureController(Commands commands, PersonalData personalData) {
        this.commands = commands;
        this.personalData = personalData;
    }

    /** Whom to erase: a customer by their number, or everyone with a mail address. */
    record ErasureRequest(
            @Schema(example = "17850", description = "Either a customer's number") @Nullable CustomerId customer,
            @Schema(example = "ada@example.org", description = "or a mail address.") @Nullable MailAddress email) {

        @Override
        public String toString() {
            return "ErasureRequest[" + customer + "]";
        }
    }

    /**
     * A customer who is erased.
     *
     * @param orders how many orders held their name and addresses; 0 if they were erased before
     */
    record Erased(@Schema(example = "17850") CustomerId customerId, @Schema(example = "3") int orders) {}

    record ErasureAnswer(List<Erased> customers) {}

    @Operation(summary = "Erase a customer", description = "Their name, mail and addresses; what has not left is ended.")
    @ApiResponse(
            responseCode = "202", description = "They are erased; orders tells how many held something of them.",
            useReturnTypeSchema = true)
    @Refuses(by = OrderingFailure.class, with = "customer-unknown")
    @PostMapping("/customers/{customer}/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Erased erase(
            @Parameter(description = "The customer's number.", example = "17850") @PathVariable CustomerId customer) {
        int orders = personalData.ordersWithData(customer);
        commands.require(new EraseCustomer(customer));
        return new Erased(customer, orders);
    }

    @Operation(summary = "Erase whoever has a number or a mail address")
    @ApiResponse(responseCode = "202", description = "All who were found are erased.", useReturnTypeSchema = true)
    @Refuses(by = OrderingFailure.class, with = {"customer-unknown", "malformed-erasure"})
    @PostMapping("/erasures")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ErasureAnswer erase(@RequestBody ErasureRequest request) {
        if (request.customer() != null && request.email() == null) {
            return new ErasureAnswer(List.of(erase(request.customer())));
        }
        if (request.customer() == null && request.email() != null) {
            return new ErasureAnswer(everyoneAt(request.email()).stream().map(this::erase).toList());
        }
        throw refused(OrderingFailure.MALFORMED_ERASURE, "Name whom to erase by either customer or email, not both.");
    }

    private List<CustomerId> everyoneAt(MailAddress email) {
        List<CustomerId> customers = personalData.customersAt(email);
        if (customers.isEmpty()) {
            throw refused(
                    OrderingFailure.CUSTOMER_UNKNOWN,
                    "Nobody is known by this mail address; they were never a customer, or are erased already.");
        }
        return customers;
    }

    private static FailureException refused(OrderingFailure code, String message) {
        return new FailureException(Failure.of(code, message));
    }
}
