package dev.cleave.architecture.law.house.roomssaywhattheyarefor.nearmiss.orders.desk;

class Desk {}
