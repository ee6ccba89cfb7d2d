package dev.cleave.architecture.counterexamples.explicitprocessinggroups.broken.orders.desk;

import dev.cleave.architecture.counterexamples.Caught;

@Caught
class Counted extends Counting {}
