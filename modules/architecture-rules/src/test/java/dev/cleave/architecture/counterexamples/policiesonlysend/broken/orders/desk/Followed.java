package dev.cleave.architecture.counterexamples.policiesonlysend.broken.orders.desk;

import dev.cleave.architecture.counterexamples.words.Policy;

@Policy("followed")
class Followed extends Following {}
