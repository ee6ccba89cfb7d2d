package dev.cleave.architecture.counterexamples.handlersthrownoownexceptions.broken.orders.order;

class Empty extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    Empty(String message) {
        super(message);
    }
}
