package dev.cleave.architecture.law.house.roomssaywhatmaybenull.broken.orders;

class Orders {}
