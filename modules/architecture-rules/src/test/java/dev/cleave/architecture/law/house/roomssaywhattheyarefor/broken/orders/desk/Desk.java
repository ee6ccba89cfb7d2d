package dev.cleave.architecture.law.house.roomssaywhattheyarefor.broken.orders.desk;

import dev.cleave.architecture.law.Caught;

@Caught
class Desk {}
