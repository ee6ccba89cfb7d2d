package dev.cleave.architecture.counterexamples.roomssaywhattheyarefor.nearmiss.orders.desk;

class Desk {}
