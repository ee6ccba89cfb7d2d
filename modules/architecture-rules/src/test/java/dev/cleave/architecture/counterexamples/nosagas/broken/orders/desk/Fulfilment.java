package dev.cleave.architecture.counterexamples.nosagas.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.axonframework.spring.stereotype.Saga;

@Saga
@Caught
class Fulfilment {

    @Caught
    @StartSaga
    @SagaEventHandler(associationProperty = "order")
    void on(String event) {}
}
