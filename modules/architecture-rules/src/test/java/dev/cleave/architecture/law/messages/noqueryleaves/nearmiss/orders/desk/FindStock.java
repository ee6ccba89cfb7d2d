package dev.cleave.architecture.law.messages.noqueryleaves.nearmiss.orders.desk;

record FindStock(String order) {}
