package dev.cleave.architecture.counterexamples.noqueryleaves.nearmiss.orders.desk;

record FindStock(String order) {}
