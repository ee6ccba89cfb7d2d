package dev.cleave.architecture.rule;

import java.util.List;

/** A context has its own store, and no other reads or writes it. */
final class OwnData {

    private OwnData() {}

    static List<Rule> rules() {
        return List.of(new SqlTouchesOwnTables());
    }
}
