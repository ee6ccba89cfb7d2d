package dev.cleave.architecture.counterexamples.handlersthrownoownexceptions.broken.orders.api;

public class Closed extends Exception {

    private static final long serialVersionUID = 1;
}
