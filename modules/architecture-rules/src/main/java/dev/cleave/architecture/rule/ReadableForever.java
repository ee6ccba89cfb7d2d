package dev.cleave.architecture.rule;

import java.util.List;

/** What has once been written as an event can be read by every later build. */
final class ReadableForever {

    private ReadableForever() {}

    static List<Rule> rules() {
        return List.of(new EventsHaveRevisions(), new SamplesOfEveryRevision());
    }
}
