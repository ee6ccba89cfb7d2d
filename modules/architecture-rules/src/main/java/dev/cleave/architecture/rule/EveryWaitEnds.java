package dev.cleave.architecture.rule;

import java.util.List;

/** Whatever a process waits for has a deadline and a way out. */
final class EveryWaitEnds {

    private EveryWaitEnds() {}

    static List<Rule> rules() {
        return List.of(new EveryWaitHasItsEnd(), new NoDeadlineManager());
    }
}
