package dev.cleave.architecture.law.events.explicitprocessinggroups.broken.orders.desk;

import dev.cleave.architecture.law.Caught;

@Caught
class Counted extends Counting {}
