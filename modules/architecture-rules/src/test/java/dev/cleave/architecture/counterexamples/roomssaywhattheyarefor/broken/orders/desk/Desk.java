package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
class Desk {}
