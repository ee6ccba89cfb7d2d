package dev.cleave.architecture.law.house.roomssaywhatmaybenull.nearmiss.orders;

class Orders {}
