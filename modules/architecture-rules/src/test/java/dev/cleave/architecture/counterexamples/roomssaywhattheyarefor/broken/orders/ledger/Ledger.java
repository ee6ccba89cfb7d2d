package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.broken.orders.ledger;

class Ledger {}
