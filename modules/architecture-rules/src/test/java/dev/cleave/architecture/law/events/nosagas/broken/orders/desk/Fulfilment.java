package dev.cleave.architecture.law.events.nosagas.broken.orders.desk;

import dev.cleave.architecture.law.Caught;
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
