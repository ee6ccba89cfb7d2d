package dev.cleave.architecture.rule;

import java.util.List;

/** A context has its own store, no other reads or writes it, and what it keeps means the same everywhere. */
final class OwnData {

    private OwnData() {}

    static List<Rule> rules() {
        return List.of(new SqlTouchesOwnTables(), new InstantsKnowNoZone());
    }
}
