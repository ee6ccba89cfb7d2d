package dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.platform.web;

import dev.cleave.architecture.law.placement.foundationsknownocontext.nearmiss.platform.message.Named;

class Problems {

    String name(Object command) {
        return command instanceof Named named ? named.name() : "other";
    }
}
