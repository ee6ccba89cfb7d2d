package dev.cleave.architecture.counterexamples.foundationsknownocontext.broken.platform.web;

import dev.cleave.architecture.counterexamples.Caught;

class Probe {

    @Caught
    boolean isThere() throws ClassNotFoundException {
        return Class
                .forName("dev.cleave.architecture.counterexamples.foundationsknownocontext.broken.stock.api.TakeStock") != null;
    }
}
