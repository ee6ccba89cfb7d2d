package dev.cleave.architecture.law.placement.foundationsknownocontext.broken.platform.web;

import dev.cleave.architecture.law.Caught;

class Probe {

    @Caught
    boolean isThere() throws ClassNotFoundException {
        return Class
                .forName("dev.cleave.architecture.law.placement.foundationsknownocontext.broken.stock.api.TakeStock") != null;
    }
}
