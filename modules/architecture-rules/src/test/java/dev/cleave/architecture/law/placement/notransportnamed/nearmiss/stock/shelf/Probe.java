package dev.cleave.architecture.law.placement.notransportnamed.nearmiss.stock.shelf;

class Probe {

    String hint() {
        return "Is org.axonframework.axonserver.connector.AxonServerConnectionManager on the class path?";
    }
}
