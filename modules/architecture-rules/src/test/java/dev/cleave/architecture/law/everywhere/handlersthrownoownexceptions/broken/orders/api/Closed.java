package dev.cleave.architecture.law.everywhere.handlersthrownoownexceptions.broken.orders.api;

public class Closed extends Exception {

    private static final long serialVersionUID = 1;
}
