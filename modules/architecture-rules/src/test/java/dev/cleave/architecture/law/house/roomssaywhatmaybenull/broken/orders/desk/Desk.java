package dev.cleave.architecture.law.house.roomssaywhatmaybenull.broken.orders.desk;

import dev.cleave.architecture.law.Caught;

@Caught
class Desk {}
