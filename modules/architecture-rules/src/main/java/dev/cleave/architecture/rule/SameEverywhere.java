package dev.cleave.architecture.rule;

import java.util.List;

/** A message looks alike and is handled alike wherever its handler runs. */
final class SameEverywhere {

    private SameEverywhere() {}

    static List<Rule> rules() {
        return List.of(new OneHandlerPerCommand(), new HandlersThrowNoOwnExceptions(), new NoSharedState(),
                new NoCommandCycles());
    }
}
