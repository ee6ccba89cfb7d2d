package dev.cleave.architecture.counterexamples.onlygatewaysgooutside.nearmiss.orders.desk;

import dev.cleave.architecture.counterexamples.words.Gateway;

@Gateway("pigeon")
class Pigeon extends Courier {}
