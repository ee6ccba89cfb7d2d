package dev.cleave.architecture.counterexamples.notransportnamed.nearmiss.stock.shelf;

class Probe {

    String hint() {
        return "Is org.axonframework.axonserver.connector.AxonServerConnectionManager on the class path?";
    }
}
