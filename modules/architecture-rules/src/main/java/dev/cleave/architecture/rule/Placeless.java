package dev.cleave.architecture.rule;

import java.util.List;

/** No context names a transport, a profile, a unit or a host. */
final class Placeless {

    private Placeless() {}

    static List<Rule> rules() {
        return List.of(
                new NoTransportNamed(),
                new NoPlaceAsked(),
                new NoAssemblyKnown(),
                new AssembliesTouchNoInternals(),
                new FoundationsKnowNoContext());
    }
}
