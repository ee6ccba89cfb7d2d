package dev.cleave.architecture.rule;

import java.util.List;

/** What tells of a person is in no event. */
final class NoPersonalData {

    private NoPersonalData() {}

    static List<Rule> rules() {
        return List.of(new EventsHoldNoPersonalData());
    }
}
