package dev.cleave.architecture.counterexamples.explicitprocessinggroups.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.View;

@View("counted")
class Counted extends Counting {}
