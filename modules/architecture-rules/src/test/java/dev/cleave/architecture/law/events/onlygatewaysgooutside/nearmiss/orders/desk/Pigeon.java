package dev.cleave.architecture.law.events.onlygatewaysgooutside.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.Gateway;

@Gateway("pigeon")
class Pigeon extends Courier {}
