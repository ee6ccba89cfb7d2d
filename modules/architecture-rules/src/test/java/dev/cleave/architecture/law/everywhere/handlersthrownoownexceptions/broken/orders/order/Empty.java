package dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.broken.orders.order;

class Empty extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    Empty(String message) {
        super(message);
    }
}
