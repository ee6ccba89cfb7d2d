package dev.cleave.architecture.counterexamples.roomssaywhatmaybenull.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
class Desk {}
