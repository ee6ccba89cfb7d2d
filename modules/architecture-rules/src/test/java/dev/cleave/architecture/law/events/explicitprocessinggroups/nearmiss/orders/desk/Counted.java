package dev.cleave.architecture.law.events.explicitprocessinggroups.nearmiss.orders.desk;

import dev.cleave.architecture.law.words.View;

@View("counted")
class Counted extends Counting {}
