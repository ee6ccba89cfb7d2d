package dev.cleave.architecture.counterexamples.roomssaywhatmaybenull.broken.orders;

class Orders {}
