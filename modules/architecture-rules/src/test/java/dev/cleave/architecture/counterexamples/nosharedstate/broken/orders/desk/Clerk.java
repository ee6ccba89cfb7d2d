package dev.cleave.architecture.counterexamples.nosharedstate.broken.orders.desk;

class Clerk {

    void open(String till) {
        Till.OPEN.put(till, 1);
    }
}
