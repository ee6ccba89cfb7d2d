package dev.cleave.architecture.counterexamples.roomssaywhatmaybenull.nearmiss.orders;

class Orders {}
