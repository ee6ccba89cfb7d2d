package dev.cleave.architecture.law.events.policiesonlysend.broken.orders.desk;

import dev.cleave.architecture.law.words.Policy;

@Policy("followed")
class Followed extends Following {}
