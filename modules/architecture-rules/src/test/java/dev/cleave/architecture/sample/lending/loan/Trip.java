package dev.cleave.architecture.sample.lending.loan;

import dev.cleave.architecture.sample.lending.api.BookLent;
import dev.cleave.architecture.sample.lending.api.ReturnBook;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

@Saga
class Trip {

    @StartSaga
    @SagaEventHandler(associationProperty = "loan")
    void on(BookLent event, CommandGateway commands) {
        commands.send("ask", new CommandCallback<Object, Object>() {
            @Override
            public void onResult(
                    CommandMessage<? extends Object> message, CommandResultMessage<? extends Object> result) {
                commands.send(new ReturnBook(event.loan()));
            }
        });
    }
}
