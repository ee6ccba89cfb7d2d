package dev.cleave.architecture.law.house.roomssaywhattheyarefor.broken.orders;

class Orders {}
